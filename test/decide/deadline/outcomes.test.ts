import { describe, expect, it } from 'vitest';
import { outcomesIn } from '../../../src/decide/deadline/outcomes.ts';
import { sifted } from '../../../src/decide/deadline/sentences.ts';

const outcomes = (text: string) => [...new Set(outcomesIn(sifted({ text, start: 0 })))];

describe('what verbs say has come of a term', () => {
  it.each([
    ['The envoy waives the date for a reply.', 'lifted'],
    ['The general tore up a decree against foreign reporters.', 'lifted'],
    ['A court quashes the eviction order.', 'lifted'],
    ['Tariff threat withdrawn.', 'lifted'],
    ['The levies planned for Monday will not be applied.', 'lifted'],
    ['Traders need no longer answer, for the order no longer applies.', 'lifted'],
    ['The powers will not expire after all.', 'lifted'],
    ['The junta took its ultimatum off the table.', 'lifted'],
    ['Judges suspend nothing, but one froze the ban.', 'lifted'],
    ['The port was cleared within the three days.', 'met'],
    ['The bank paid its debt on the dot.', 'met'],
    ['The firm complied with the order.', 'met'],
    ['The demand was met.', 'met'],
    ['Lenders were handed a fresh deadline.', 'moved'],
    ['The visa fee is deferred again.', 'moved'],
    ['Files are now wanted by 3 May rather than 19 April.', 'moved'],
    ['The junta brought its date for a vote closer.', 'moved'],
    ['Lawmakers kick the can to March.', 'moved'],
    ['The militia flouts its deadline.', 'passed'],
    ['The quota for steel ran dry.', 'passed'],
    ['The deadline slides by without a word.', 'passed'],
    ['The duties are now in force.', 'passed'],
    ['The palace did not reply by noon.', 'passed'],
    ['Ministers lift the export ban early.', 'lifted'],
    ['Judges halt expulsions.', 'lifted'],
    ['The surcharge that was to apply from Monday is off.', 'lifted'],
    ['The demand for a reply was quietly shelved.', 'lifted'],
    ['The first payments, which firms had to make, are cancelled.', 'lifted'],
    ['The licence was revoked early.', 'lifted'],
    ['There was no hurry any more.', 'lifted'],
    ['The two sides signed hours before the truce was to lapse.', 'met'],
    ['The bank repaid the loan two days before it fell due.', 'met'],
    ['All captives were freed, as the accord required.', 'met'],
    ['Allies postpone the ban once more.', 'moved'],
    ['Mexico wins a 90-day reprieve.', 'moved'],
    ['The owners filed their plan just in time for the court’s deadline.', 'met'],
    ['Brussels suspended its duties on bourbon, which were due to start on Thursday.', 'lifted'],
    ['The king shrugged off the date.', 'passed'],
    ['The 48 hours are over.', 'passed'],
    ['The window for talks has closed.', 'passed'],
    ['The truce ran its course.', 'passed'],
    ['The day set for the handover, Sunday, went by.', 'passed'],
    ['The assembly did away with its deadline for the ports.', 'lifted'],
    ['The toll that was to be charged from Tuesday, March 4 has been scrapped.', 'lifted'],
    ['The ministry revoked the waiver for tankers.', 'lifted'],
    ['The wish for a vote by spring was abandoned.', 'lifted'],
    ['The cut-off of 3 May is thereby met.', 'met'],
    ['Both crews sailed home before the deadline named by the admiral on Sunday ran out.', 'met'],
    ['The promise to free the pilots by Easter was kept.', 'met'],
    ['Minsk had promised lorries by Sunday, and kept its word.', 'met'],
    ['The bank has until May to sell, not March 3 as first ordered.', 'moved'],
    ['The 4 April limit for bids becomes 9 May.', 'moved'],
    ['The accord holds until June, replacing an expiry in March.', 'moved'],
    ['The premier called his ultimatum off.', 'lifted'],
    ['The request to vacate the quay by Monday was rescinded.', 'lifted'],
    ['Levies planned for Tuesday are held off.', 'moved'],
    ['The president gave them a tighter timeline.', 'moved'],
    ['The yard repaid its loan on the very day the instalment fell due.', 'met'],
    ['The mine closed, just as the inspectors had demanded.', 'met'],
    ['The grain left the silo on Friday, as a ruling of the court of appeal in the capital required.', 'met'],
    ['The late transfer spared the province a default.', 'met'],
    ['Envoys sealed it at dawn, meeting the year-end deadline.', 'met'],
    ['The credits for solar roofs expired overnight.', 'passed'],
    ['Premiums rise as subsidies expire.', 'passed'],
    ['Permits expire; queues grow.', 'passed'],
    ['Sales fell after the expiration of a rebate.', 'passed'],
    ['The harbour master let the writ run its course.', 'passed'],
    ['New duties come into force.', 'passed'],
    ['Higher fees kick in.', 'passed'],
    ['Grain became subject to duty.', 'passed'],
    ['The cut-off is now behind us.', 'passed'],
    ['Most states miss the deadline for a cabinet.', 'passed'],
    ['The yard blows its deposit date.', 'passed'],
    ['The exclusive period for talks has run out.', 'passed'],
    ['The report is now overdue.', 'passed'],
    ['The regent punts the ferry ban to June.', 'moved'],
    ['The surcharge won’t take hold before March.', 'moved'],
    ['The school stays open beyond the day of its closure.', 'moved'],
    ['Exporters now have until autumn.', 'moved'],
    ['The census stops a month early.', 'moved'],
    ['Drivers get several additional years.', 'moved'],
    ['The queen agreed to wait until July.', 'moved'],
    ['The landline switch-off was put back.', 'moved'],
    ['The yard sent the plan when it was supposed to.', 'met'],
    ['Lenders were paid with three days in hand.', 'met'],
    ['A pact at dawn averted a walkout.', 'met'],
    ['The storage target was hit.', 'met'],
    ['The remedy was satisfied.', 'met'],
    ['The pilots were freed ahead of the noon cut-off.', 'met'],
    ['The toll is shelved indefinitely.', 'lifted'],
    ['A judge keeps the law from taking effect.', 'lifted'],
    ['Firms can forget the May date.', 'lifted'],
    ['The order is null and void.', 'lifted'],
    ['The rule erases the requirement.', 'lifted'],
    ['Drivers will not be held to it.', 'lifted'],
    ['Compulsory checks to be scrapped.', 'lifted'],
    ['The clause would not, after all, end.', 'lifted'],
  ])('%s', (text, status) => {
    expect(outcomes(text)).toEqual([status]);
  });

  it.each([
    'Owners ask the court to halt the order.',
    'Paris shelves its digital levy until June.',
    'Senators want the ban dropped.',
    'The rebels vow to defy the order: none ever defied it, they may have defied others.',
    'The union has yet to call off its strike.',
    'The premier says the country will have complied in time.',
    'Washington has not renewed the licence.',
    'The ministry denies that the date was moved.',
    'Aides may have shelved the plan.',
    'Owners want to lift the ban.',
    'The levy is in force from Friday, but refined metal is spared.',
    'Envoys hope to sign a pact before duties take effect.',
    'The ministers will not scrap the levy.',
    'A funding deadline threatens a shutdown.',
    'The vote moves the assembly closer to averting a shutdown.',
    'The port is ready to extend the licence.',
    'Growers completed a trade shift of tariffs.',
    'The duties will come into force.',
    'Traders wait for the fees to kick in.',
    'Before the truce between the two ports expired, they met.',
    'The banks freeze payments.',
    'The general was told that Friday was the last day.',
    'The bank bowed to queues two days before its old cards were to be switched off.',
    'Envoys quarrelled a day later.',
    'The king sets no deadline.',
  ])('leaves open what is wished for, feared or denied: %s', (text) => {
    expect(outcomes(text).filter((status) => status !== 'pending')).toEqual([]);
  });

  it.each(['Senators want to revive expired credits.', 'Envoys could extend the just-lapsed truce.'])(
    'is a fact whatever is wished beside it: %s',
    (text) => {
      expect(outcomes(text)).toContain('passed');
    },
  );

  it('takes a denied success for a failure', () => {
    expect(outcomes('The firm never complied with the order.')).toEqual(['passed']);
  });

  it.each([
    ['A judge suspended the ban until 4 June.', []],
    ['The fee was frozen for two months.', []],
    ['A judge suspended the ban.', ['lifted']],
  ])('is none that lasts for a while only: %s', (text, statuses) => {
    expect(outcomes(text)).toEqual(statuses);
  });
});
