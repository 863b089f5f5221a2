import { describe, expect, it } from 'vitest';
import { CUES } from '../../../src/decide/deadline/cues.ts';
import { readDeadlines } from '../../../src/decide/deadline/read.ts';
import { at, NEW_YORK } from '../../fakes/nouns.ts';

function read(text: string) {
  return readDeadlines(text, {
    published: at('2025-08-06T16:00Z'),
    outletZone: NEW_YORK,
    issuerZone: NEW_YORK,
    official: false,
  }).deadlines;
}

/** One sentence per cue, and the last day it gives on Wednesday 6 August 2025. */
const EXAMPLES = [
  ['shortened_to', 'He is cutting the 50-day deadline to ten days.', '2025-08-16'],
  ['shortened_from_to', 'The deadline shrank from 50 days to 10 or 12.', '2025-08-18'],
  ['new_deadline_of', 'A new deadline of ten days was named.', '2025-08-16'],
  ['had_been_due', 'The waiver had been set to expire on 9 August.', '2025-08-09'],
  ['extended_to', 'The council prolonged the listings until 15 September.', '2025-09-15'],
  ['extended_from_to', 'The cut-off for wheat went from 9 July to 1 September.', '2025-09-01'],
  ['extended_by', 'Ankara extended the grain deal by two weeks.', '2025-08-20'],
  ['fixes_deadline', 'He narrowed the deadline for Moscow to August 8.', '2025-08-08'],
  ['deadline_is_now', 'The ultimatum is now August 8.', '2025-08-08'],
  ['point_deadline', 'Envoys race against a Friday sanctions deadline.', '2025-08-08'],
  ['deadline_passed', 'The deadline for a reply silently expired on 4 August.', '2025-08-04'],
  ['deadline_point', 'The time limit for ratifying the pact is 18 October.', '2025-10-18'],
  ['deadline_of', 'Rio was handed a deadline of September 5.', '2025-09-05'],
  ['deadline_by', 'Under the ultimatum rebels leave the port by Friday.', '2025-08-08'],
  ['set_as_deadline', 'They chose Friday as the final deadline.', '2025-08-08'],
  ['set_as_date', 'Letters named 1 September as the new date for the levy.', '2025-09-01'],
  ['has_until', 'Residents now have until 28 August to leave.', '2025-08-28'],
  ['given_until', 'Brussels gave the platforms until 25 August.', '2025-08-25'],
  ['no_later_than', 'Replies arrive no later than Thursday.', '2025-08-07'],
  ['at_the_latest', 'We act by the end of August at the latest.', '2025-08-31'],
  ['let_expire', 'Congress let the subsidy lapse on Monday.', '2025-08-04'],
  ['expires', 'The truce runs out on Saturday.', '2025-08-09'],
  ['expired', 'The permit lapsed on Monday.', '2025-08-04'],
  ['lasts_from_to', 'The truce holds from Friday to Sunday.', '2025-08-10'],
  ['ends', 'A grace period for shipowners ends on 25 January 2026.', '2026-01-25'],
  ['marks_end', 'Saturday marks the formal end of a ten-day truce.', '2025-08-09'],
  ['on_day_ends', 'On 9 August the licence for repairs lapses.', '2025-08-09'],
  ['authorized_through', 'Payments for fuel are permitted through 13 December.', '2025-12-13'],
  ['runs_until', 'A moratorium on strikes runs until 20 August.', '2025-08-20'],
  ['now_runs_until', 'It now lasts until 7 December.', '2025-12-07'],
  ['will_now', 'The levy on salt will now start on 1 September.', '2025-09-01'],
  ['takes_effect', 'The duty comes into force on 27 August.', '2025-08-27'],
  ['truce_begins', 'A ceasefire is due to begin at 6 a.m. on Sunday.', '2025-08-10'],
  ['effective_from', 'The new ceiling applies from 3 September.', '2025-09-03'],
  ['applies_after', 'The ban on spot cargoes applies after six months.', '2026-02-06'],
  ['duty_from', 'Letters announced tariffs of 25% starting 1 September.', '2025-09-01'],
  ['on_unless', 'Curbs will be imposed on Friday unless Minsk frees the crew.', '2025-08-08'],
  ['duty_comes', 'Tariffs on salt go up on 1 September.', '2025-09-01'],
  ['resumes', 'Repayments resume on 1 October.', '2025-10-01'],
  ['banned_from', 'Imports of salt are banned as of 1 September.', '2025-09-01'],
  ['will_be_from', 'Barges would be turned back as of 10 a.m. on Saturday.', '2025-08-09'],
  ['still_there_after', 'Anyone found inside the zone after noon on Friday would be shot at.', '2025-08-08'],
  ['from_then_must', 'From 1 September, importers of salt must register.', '2025-09-01'],
  ['effect_in', 'In ten days the curbs take effect.', '2025-08-16'],
  ['may_be_until', 'Salt at sea may be unloaded until 1 September.', '2025-09-01'],
  ['if_not_by', 'Tariffs rise if no accord is signed by Friday.', '2025-08-08'],
  ['runs_out_by', 'It will run out of money for shells sent to Kyiv by 20 August.', '2025-08-20'],
  ['renewal_due', 'The grain corridor is up for renewal on 18 August.', '2025-08-18'],
  ['means_gone_by', 'Kyiv will be unable to pay its bills by 1 September.', '2025-09-01'],
  ['wanted_by', 'Warsaw wants an accord by Friday.', '2025-08-08'],
  ['wanted_within', 'Warsaw wants an accord within a fortnight.', '2025-08-20'],
  ['by_then_must', 'By Friday Moscow must agree to a truce.', '2025-08-08'],
  ['race_to', 'Envoys are scrambling to seal an accord by Friday.', '2025-08-08'],
  ['or_else', 'To the junta: Friday, or else.', '2025-08-08'],
  ['by_or_face', 'Agree by Friday or face tariffs.', '2025-08-08'],
  ['answer_by', 'A response is awaited by Friday.', '2025-08-08'],
  ['due_by', 'The report is due by Friday.', '2025-08-08'],
  ['demanded_by', 'The court ordered the agency to comply by Friday.', '2025-08-08'],
  ['before_zoned_clock', 'Cargo in transit before 12:01 a.m. ET on 5 October is spared.', '2025-10-05'],
  ['from_today', '“Ten days from today.”', '2025-08-16'],
  ['deadline_count', 'He issued an ultimatum to withdraw in ten days.', '2025-08-16'],
  ['if_not_in', 'Sanctions follow if there is no accord in 50 days.', '2025-09-25'],
  ['given_count', 'The junta gave the envoy 48 hours to leave.', '2025-08-08'],
  ['has_count', 'The regulator has 30 days to veto the merger.', '2025-09-05'],
  ['has_term', 'Lawmakers have a 30-day window to stop it.', '2025-09-05'],
  ['demanded_within', 'The ministry expelled the attaché, to leave within 48 hours.', '2025-08-08'],
  ['deal_within', 'The roadmap foresees a treaty within 60 days.', '2025-10-05'],
  ['answer_within', 'A decision on strikes comes within two weeks.', '2025-08-20'],
  ['know_within', 'In two weeks we’ll know.', '2025-08-20'],
  ['wait_count', 'The captors would wait ten days for the ransom.', '2025-08-16'],
  ['term_of_count', 'Washington announced a 60-day waiver.', '2025-10-05'],
  ['given_term', 'He gave Tehran a 60-day ultimatum.', '2025-10-05'],
  ['lasts_for', 'Old contracts may be carried out for 90 days from 1 August.', '2025-10-30'],
  ['paused_for', 'Duties on salt are paused for 30 days.', '2025-09-05'],
  ['count_ultimatum', '48-hour ultimatum for rebels: leave or be shelled.', '2025-08-08'],
  ['good_for', 'The interim accord holds for 60 days.', '2025-10-05'],
  ['time_up', 'Time is up for Minsk on Friday.', '2025-08-08'],
  ['last_day', 'Friday is the last day to unwind swaps.', '2025-08-08'],
  ['count_glossed', 'He spoke of 10 or 12 days, meaning either 16 or 18 August.', '2025-08-18'],
  ['or_else_by', 'Hand over the port by Friday, he told the junta.', '2025-08-08'],
  ['point_limit', 'The 20 August date for visas may fall.', '2025-08-20'],
  ['the_day_set', 'Colombo paid its debt on Monday, the due date.', '2025-08-04'],
  ['new_one_is', 'The start was moved: the new date is 20 August.', '2025-08-20'],
  ['ran_out', 'The accord on grain ran out at noon on Monday.', '2025-08-04'],
  ['planned_for', 'The levies planned for 20 August are off.', '2025-08-20'],
  ['answers_on', 'The Commission expects answers on 20 August.', '2025-08-20'],
] as const;

describe('cues', () => {
  it.each(EXAMPLES)('%s: %s', (cue, text, latest) => {
    const [reading] = read(text);
    expect([reading?.cue, reading?.window.latest]).toEqual([cue, latest]);
  });

  it('have an example each and different names', () => {
    const names = CUES.map((cue) => cue.name);
    expect(EXAMPLES.map(([name]) => name)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['By Friday Moscow officials had left.'],
    ['Paris museum extends hit show of maps to August 15.'],
    ['Airport delays spread and museums in Washington have been dark for ten days.'],
    ['Libraries in Washington have been shut for ten days, extending the misery.'],
    ['Power had returned to almost all homes by 6 a.m. on Tuesday.'],
    ['Airlines cancelled flights until Friday.'],
    ['The two leaders wanted to meet before September.'],
    ['They return to work on Monday.'],
    ['The election was moved to Sunday.'],
    ['She had until Sunday been a mere spectator.'],
    ['The doctor gave him six months to live.'],
    ['The tax is likely to be decided by Friday.'],
    ['He was not seen until Monday.'],
    ['The show gave itself another two hours to end.'],
    ['How will it look a year from now?'],
    ['Staff must come in for three days a week.'],
    ['The office published a July 6 timeline of the raid.'],
    ['The rebels must have known by Monday.'],
    ['The conference is set to end on Friday.'],
    ['A flood warning is in effect until Thursday.'],
    ['He told fans he would be home by Christmas.'],
    ['The court adjourned the trial until 20 August.'],
    ['Drivers should expect lengthy delays until Sunday.'],
    ['A bid by the 9 August families to appeal was lost.'],
    ['The crossing takes ten days, which sailors find long in August.'],
  ])('are not in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
