/** One thing in many voices: wires, tabloids, notices, channels, briefings. Read on Wednesday 11 March 2026 in London. */
import { describe, expect, it } from 'vitest';
import { type ReadingContext, readDeadlines } from '../../../src/decide/deadline/read.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Zone } from '../../../src/domain/time.ts';
import { at } from '../../fakes/nouns.ts';

const context: ReadingContext = {
  published: at('2026-03-11T12:00:00Z'),
  outletZone: id<Zone>('Europe/London'),
  issuerZone: null,
  official: false,
};

const read = (text: string) => readDeadlines(text, context);

describe('a deadline in any voice', () => {
  it.each([
    [
      'Close of business Friday: that is how long the shipping line has to produce the manifests, the port authority said.',
      '2026-03-13',
      'pending',
    ],
    ['The junta wants every foreign reporter out of the country by midnight on Sunday.', '2026-03-15', 'pending'],
    ['BREAKING: Kyiv has 72 hours to answer, mediators say', '2026-03-14', 'pending'],
    ['Lenders want their money back by the end of the month.', '2026-03-31', 'pending'],
    [
      'Holders of the waiver must have wound down all dealings by 2026-04-30, according to the notice.',
      '2026-04-30',
      'pending',
    ],
    ['The ultimatum came and went on Tuesday night without a word from the capital.', '2026-03-10', 'passed'],
    [
      'The licence had been set to expire on 20 March; the Treasury has now let it run to 20 June.',
      '2026-06-20',
      'moved',
    ],
    ['Brussels let the exemption lapse on Monday.', '2026-03-09', 'passed'],
    ['The president has walked back his threat to close the strait on Friday.', '2026-03-13', 'lifted'],
    ['The tariffs no longer take effect on 1 April: the two sides struck a deal overnight.', '2026-04-01', 'lifted'],
    ['Rebels pulled out of the town hours before the noon Wednesday cut-off.', '2026-03-11', 'met'],
    ['The company paid the fine a day ahead of the 12 March due date.', '2026-03-12', 'met'],
    ['The envoy gave the two armies until Thursday evening to silence their guns.', '2026-03-12', 'pending'],
    ['"You have until Monday," the minister told the strikers.', '2026-03-16', 'pending'],
    [
      'Under the resolution, all foreign fighters are to leave within 90 days of its adoption today.',
      '2026-06-09',
      'pending',
    ],
    ['Sanctions on the bank snap back on 18 October unless the council votes otherwise.', '2026-10-18', 'pending'],
    [
      "The grain corridor's mandate runs out on March 18, and Moscow has yet to say whether it will renew it.",
      '2026-03-18',
      'pending',
    ],
    ['Come Friday, the humanitarian pause is over.', '2026-03-13', 'pending'],
    [
      'The court has told the government to file its answer no later than 17:00 GMT on 25 March.',
      '2026-03-25',
      'pending',
    ],
    [
      'The deadline to nominate a new premier slipped past on Sunday, and the factions are still bickering.',
      '2026-03-08',
      'passed',
    ],
    ['Washington moved the date for the steel levy forward, to March 20 from April 2.', '2026-03-20', 'moved'],
    ['The general licence is good through 12:01 a.m. Eastern on May 7, 2026.', '2026-05-07', 'pending'],
    ['Protesters given till Saturday to clear the square', '2026-03-14', 'pending'],
    ['The truce has three more days to live.', '2026-03-14', 'pending'],
    ['The union has called off the walkout it had planned for Thursday.', '2026-03-12', 'lifted'],
    ['Seoul won a two-month reprieve: duties due next week now start on 15 May.', '2026-05-15', 'moved'],
    ['The emergency decree ceases to have effect at the end of June.', '2026-06-30', 'pending'],
    ['Residents of six villages were told to be gone by sunset tomorrow.', '2026-03-12', 'pending'],
    ['An initial 48-hour pause begins at dawn on Thursday.', '2026-03-12', 'pending'],
    ['The ban on Russian diesel bites from 5 May.', '2026-05-05', 'pending'],
    ['Exporters have a fortnight to switch to the new forms.', '2026-03-25', 'pending'],
    ['The minister refused to extend the deadline, which remains Friday.', '2026-03-13', 'pending'],
    ['Kinshasa had been given until last Friday to withdraw its troops; it has not.', '2026-03-06', 'passed'],
    [
      'The Senate beat the Wednesday midnight deadline with two hours to spare, sending the stopgap to the president.',
      '2026-03-11',
      'met',
    ],
    [
      'The foreign ministry said it would not honour a deadline "set by bullies" and let Tuesday pass.',
      '2026-03-10',
      'passed',
    ],
    ['Havana has a month to free the prisoners or lose its preferential tariff.', '2026-04-11', 'pending'],
    ['Not a day later than the 30th of April, the IMF told Cairo of the next review.', '2026-04-30', 'pending'],
    ['Offer expires Friday, says buyer of seized refinery', '2026-03-13', 'pending'],
    [
      'The armistice commission set 1 July as the day by which both armies must be behind the line.',
      '2026-07-01',
      'pending',
    ],
    ['As of 00:01 on Monday no vessel flying the flag may enter the port.', '2026-03-16', 'pending'],
    ['The regulator gave the platform 21 days to comply, counting from Wednesday.', '2026-04-01', 'pending'],
    [
      'The standstill agreement between creditors, originally ending on 15 March, will now last until 15 June.',
      '2026-06-15',
      'moved',
    ],
    ['A federal judge put on hold the order that would have sent the families back on Friday.', '2026-03-13', 'lifted'],
    ['The parties met their Sunday target: the last 40 captives crossed the bridge at noon.', '2026-03-08', 'met'],
    ['Moscow: answer by Friday or the corridor closes', '2026-03-13', 'pending'],
    ['⚡️ Iran gives E3 until March 31 to drop snapback threat', '2026-03-31', 'pending'],
    ['UPDATE: tariff deadline now April 9, was March 12', '2026-04-09', 'moved'],
    ["It's official. 30 more days for Chinese apps. New cutoff: April 10.", '2026-04-10', 'moved'],
    ["Time's up: Israel's deadline for Beirut expires tonight", '2026-03-11', 'pending'],
    [
      'The Council decided to prolong the listings for a further six months, until 15 September 2026.',
      '2026-09-15',
      'moved',
    ],
    ['This Regulation shall apply from 1 July 2026.', '2026-07-01', 'pending'],
    [
      'All transactions prohibited by this order are authorized through 11:59 p.m. eastern daylight time, April 15, 2026.',
      '2026-04-15',
      'pending',
    ],
    ['Comments must be received on or before May 11, 2026.', '2026-05-11', 'pending'],
    [
      'It must be signed, sealed and delivered before the Easter recess starts on 27 March, aides say.',
      '2026-03-27',
      'pending',
    ],
    ['The governor has rescinded the evacuation order that was to start on Thursday.', '2026-03-12', 'lifted'],
    ["The creditors' forbearance ended on Tuesday and was not renewed.", '2026-03-10', 'passed'],
    ['The embargo, which should have begun on 1 March, kicks in on 1 April instead.', '2026-04-01', 'moved'],
    ['Kosovo must repeal the dinar rule by the close of the month, the envoy insisted.', '2026-03-31', 'pending'],
    ['The treaty dies on 5 February 2027 unless both presidents sign a successor.', '2027-02-05', 'pending'],
    ['The suspension of the counter-tariffs is valid up to and including 6 August.', '2026-08-06', 'pending'],
    [
      'Damascus and the Kurdish command have given themselves until the end of the year to merge their forces.',
      '2026-12-31',
      'pending',
    ],
    ['The 60-day clock on the War Powers notice stops on 2 May.', '2026-05-02', 'pending'],
    ['The minister had told the ports to shut by Friday; he now gives them until 20 April.', '2026-04-20', 'moved'],
    ['The cabinet holds off new fines until Thursday after a plea from mediators.', '2026-03-12', 'moved'],
    ['Citing bad weather, it put back the handover, first set for Friday, to 25 March.', '2026-03-25', 'moved'],
    ['The presidency said the brigade would have four days to hand in its plan.', '2026-03-15', 'pending'],
    ['The note was short: boats home before 5 p.m. Eastern on Friday.', '2026-03-13', 'pending'],
    ['The inspectorate sets a Monday deadline for dairies over their invoices.', '2026-03-16', 'pending'],
    ['The governor signed the bill on Tuesday; the measure takes effect on Jan. 1.', '2027-01-01', 'pending'],
    ['A permit allowing the mill to burn peat will lapse on 1 February, the council said.', '2027-02-01', 'pending'],
    [
      'The relay could go silent on Sunday, when a decree forcing its owner to sell comes into force.',
      '2026-03-15',
      'pending',
    ],
    ['Stores have until 31 May to sell what is left, shops were told.', '2026-05-31', 'pending'],
    ['The cabinet handed the railway four months to draw up new rules, or the subsidy goes.', '2026-07-11', 'pending'],
    ['Weavers want Brussels to put off duties of 10% that are due to come in on 1 April.', '2026-04-01', 'pending'],
    ['Stewards could walk off the job on Saturday unless the carrier pays them for boarding.', '2026-03-14', 'pending'],
  ])('%s', (text, day, status) => {
    const readings = read(text);
    expect([readings.deadlines[0]?.window.latest, readings.status]).toEqual([day, status]);
  });
});

describe('what has come of one, told without its day', () => {
  it.each([
    ['The ultimatum was withdrawn on Tuesday after the governor apologised.', 'lifted'],
    ['The truce will stay in place until after the feast, mediators say, though its deadline was Sunday.', 'moved'],
    ['The peacekeepers have left the country by the deadline the junta had set.', 'met'],
    ['The council puts off fines for old plates; no new date was given.', 'moved'],
    ['The cabinet will no longer impose the levy that was due in spring.', 'lifted'],
    ['A judge blocks the termination of the programme.', 'lifted'],
    ['The city extends its amnesty for unpaid fines.', 'moved'],
    ['The treasury set out a second extension for the owners.', 'moved'],
    ['The judge scolds the ministry for blowing the deadline.', 'passed'],
    ['The 30-day deadline lapsed, and the convoys still wait.', 'passed'],
    ['An envoy races to save the truce before it ends.', 'pending'],
    ['The cooling-off period was about to close.', 'pending'],
    ['The pause in payments is weeks from ending.', 'pending'],
    ['Barely a week to go before the money for schools runs out.', 'pending'],
    ['Her earlier deadline for a plan came and went without a reply.', 'passed'],
    ['The order binds the two firms for good unless a panel grants them more time to sell.', 'pending'],
    ['Officials face a deadline to decide whether to renew the licence.', 'pending'],
    ['The truce lapses without a deal to prolong it.', 'passed'],
    ['Deputies vote to prolong the emergency as clashes go on.', 'moved'],
    ['States get longer to bring in the levy, the commission says.', 'moved'],
    ['Creditors grant the miner another extension.', 'moved'],
    ['The carrier finished its checks in time, ahead of the cut-off.', 'met'],
    ['Money that kept the clinics open is about to run out.', 'pending'],
    ['The gang will leak the files if the hospital does not pay.', 'pending'],
    ['Planters race to ship their tea before the duty starts.', 'pending'],
    ['The strike deadline nears, and both sides are hopeful of avoiding a walkout.', 'pending'],
    ['The organisers had demanded an answer; the deadline passed and the minister stays silent on the tax.', 'passed'],
    ['The president again postponed his decision on the pipeline; no new date was given.', 'moved'],
    ['Mediators are pleading for more time as the truce nears its end.', 'pending'],
    ['Nobody in the capital expects the deadline to be met.', 'pending'],
    ['The extension that rebels had asked for was turned down.', 'pending'],
    ['The deadline for talks has been shifted twice this year.', 'moved'],
    ['Hours after the truce lapsed, shells fell on the market.', 'passed'],
    ['Three hours short of the deadline the two chambers agreed on a text.', 'met'],
  ])('%s', (text, status) => {
    expect(read(text).status).toBe(status);
  });
});

describe('days that bind nobody', () => {
  it.each([
    'Talks between the two capitals resume in Geneva on Friday.',
    'The foreign minister will visit Ankara on Monday.',
    'By Tuesday evening rescuers had pulled six people from the rubble.',
    'Prices have risen for three weeks in a row since the pipeline closed.',
    'The trial of the former defence minister was adjourned until Thursday.',
    'Rain is expected to last until Friday in the north.',
    'The barge Never Given is freed, but the backlog may take until the weekend to clear.',
    'He vowed severe consequences if the rebels do not agree to a truce on Friday.',
    'Forecasters expected the storm to come ashore by Friday.',
    'Members won over the last rebels after midnight on Friday in a stormy session.',
    'Helicopters had reached most of the cut-off villages by Sunday.',
    'Clerks will be told by Friday whether their posts are going.',
    'The maker cuts the wait for new cars to two weeks.',
    'The match goes to 14 games and ends by 20 March at the latest.',
    'A draft put forward by Oslo would see all prisoners released within two weeks of signing.',
    'Polls in the east stay open until 7 p.m. local time on Monday.',
    'The premier is to hand in his resignation on Thursday morning.',
    'The final result of the vote is due by Friday.',
    'A timeline of ten days that shook the ministry.',
    'Train staff walk out on Friday and again on Monday over pay.',
    'The prosecutor said her decision will come by 1 April.',
    'The two banks want to complete the merger by the end of June.',
    'The airline suspends its route to Lima until 1 July over fuel costs.',
    'The road over the pass will be shut from 2 April for repairs.',
    'The mayor will announce his next step by 17 April.',
    'The army said it had held the town for ten days before retreating.',
    'Analysts think a deal could come within weeks.',
    'The opposition leader spent 12 days on hunger strike.',
    'The exhibition on the treaty runs until 30 April.',
    'Fighting that began on Monday has killed 40 people.',
    'He was sentenced to 14 days in jail for defying the curfew.',
    'The summit is set for 24 March in Nairobi.',
    'Oil closed at its highest since 4 January on Tuesday.',
    'The two presidents spoke by phone for an hour on Tuesday.',
    'Officials hope to wrap up the talks by summer.',
    'Ships waited up to five days to pass the canal last week.',
    'Within minutes of the blast, crowds filled the avenue.',
    'The ferry service will be back by Thursday, the operator said.',
    'The gas field has been shut since 1 February.',
    'The truce is in its ninth day and holding.',
    "Israel's army widened the evacuation order on Tuesday.",
    'The delegations will sit down again on 2 June.',
    'He promised during the campaign to end the war in a day.',
    'Gas flows dropped for a fifth day on Tuesday.',
    'The tanker had been waiting off the port since 10 May.',
    'By the end of the week the death toll had passed 200.',
    'Voters go to the polls on Sunday in the breakaway region.',
    'The minister took 20 days to reply to the letter.',
    'The general is due to retire in September.',
    'The bridge reopened to traffic on Monday after two months of repairs.',
  ])('%s', (text) => {
    expect(read(text).deadlines).toEqual([]);
  });
});

describe('more voices, on Wednesday 20 May 2026', () => {
  it.each([
    [
      'The caretaker cabinet has been handed a Sunday night ultimatum by its coalition partner.',
      '2026-05-24',
      'pending',
    ],
    [
      'The amnesty closes at midnight on Friday, and anyone still armed on Saturday is a target, the general said.',
      '2026-05-22',
      'pending',
    ],
    [
      'Three more months: that is the breathing space the commission has granted chemical makers, who now need a licence by 1 September.',
      '2026-09-01',
      'moved',
    ],
    [
      'The accord had been due to lapse this Thursday but both sides agreed to keep it alive until 30 June.',
      '2026-06-30',
      'moved',
    ],
    ['The Treasury tore up the 29 May deadline for selling the refinery.', '2026-05-29', 'lifted'],
    ['Bank of Cyprus must shed the stake by year-end, regulators ruled.', '2026-12-31', 'pending'],
    ['The humanitarian corridor will stay open from 6 a.m. until 8 p.m. on Thursday.', '2026-05-21', 'pending'],
    ['Sign by Sunday or we walk, says chief negotiator', '2026-05-24', 'pending'],
    ['Greece told: shut the depot within 60 days', '2026-07-19', 'pending'],
    ["France's grace period for old permits is over as of 1 June.", '2026-06-01', 'pending'],
    [
      'The blockade begins Monday at first light unless the hostages walk free, the admiral told reporters.',
      '2026-05-25',
      'pending',
    ],
    ['Sanctions waiver for the pipeline: extended, again, this time to 19 November.', '2026-11-19', 'moved'],
    ['Next Friday is the last day on which the lender will accept the frozen notes.', '2026-05-29', 'pending'],
    ['Parliament sailed through the 20 May cut-off without a vote.', '2026-05-20', 'passed'],
    ['Washington has frozen the port fees that were to bite on 1 June.', '2026-06-01', 'lifted'],
    ["Moscow's gas transit waiver is up for renewal on 28 June.", '2026-06-28', 'pending'],
    ['"By Friday, or there will be consequences," the vice president told Fox.', '2026-05-22', 'pending'],
    ['Baku put back the handover of the bodies by two days, to Saturday.', '2026-05-23', 'moved'],
    ['The deadline stands, she said: Friday, noon, Brussels time.', '2026-05-22', 'pending'],
    ["The mandate of the observer mission ends in ten days' time.", '2026-05-30', 'pending'],
    ['The Hague has given Belgrade one last week to hand over the files.', '2026-05-27', 'pending'],
    ['From midnight tonight, no Russian-flagged truck may cross the border.', '2026-05-20', 'pending'],
    ['Iraq brings forward oil export cut, now starting 25 May instead of 1 June', '2026-05-25', 'moved'],
    ['The court refused to stay the order, so the ships must leave by 31 May as planned.', '2026-05-31', 'pending'],
    ['The five-day truce declared on Monday is due to end at midnight on Saturday.', '2026-05-23', 'pending'],
    ["Lawmakers failed to pass the reform before the lender's Tuesday deadline.", '2026-05-19', 'passed'],
    ["Mali's junta shrugged as the bloc's ultimatum ran its course on Sunday.", '2026-05-17', 'passed'],
    [
      'The retaliatory tariffs are off, for now: Ottawa has shelved the list it had meant to apply from Monday.',
      '2026-05-25',
      'lifted',
    ],
  ])('%s', (text, day, status) => {
    const readings = readDeadlines(text, { ...context, published: at('2026-05-20T12:00:00Z') });
    expect([readings.deadlines[0]?.window.latest, readings.status]).toEqual([day, status]);
  });
});

describe('a deadline where shops, weather and takings are spoken of', () => {
  it.each([
    ['The mayor was given until 20 March to clear the stalls in front of the shops.', '2026-03-20', 'pending'],
    ['Corner shops will be barred from selling fireworks starting next Monday.', '2026-03-16', 'pending'],
    ['Restaurants that turn away cash will have to pay a fine from 1 April.', '2026-04-01', 'pending'],
    ['The registry now has 20 days in which to answer the bishops.', '2026-03-31', 'pending'],
    ['The governor has handed the miners a ten-day window to clear the road.', '2026-03-21', 'pending'],
    ['Lima declared a 30-day state of emergency along the border.', '2026-04-10', 'pending'],
    ["The brewer's reply is due in a Lagos courtroom on Friday.", '2026-03-13', 'pending'],
    ['The mandate of the mission comes to a close on Monday.', '2026-03-16', 'pending'],
    ['The cessation of hostilities begins at 6 a.m. on Saturday.', '2026-03-14', 'pending'],
    ['The pause, due to finish at sunset on Sunday, had held for a week.', '2026-03-15', 'pending'],
    ["Nobody had filed papers by Friday, the county's final day for rivals to come forward.", '2026-03-13', 'pending'],
    ['The discount, which was to finish on 31 March, will be carried over.', '2026-03-31', 'moved'],
    ['Envoys call the 21 March target for a trade accord ambitious.', '2026-03-21', 'pending'],
    ['Contractors were told they have 14 days to certify their batteries.', '2026-03-25', 'pending'],
    ['Traders are braced for the duty on rice to double to 40% next week.', '2026-03-22', 'pending'],
    ['Tax credits will expire 31 March after senators turned down two plans.', '2026-03-31', 'pending'],
    ['Herders will lose access to the pastures next week.', '2026-03-22', 'pending'],
    ['The watchdog has allowed the grocer 30 days to explain how shoppers were misled.', '2026-04-10', 'pending'],
    ['Welders have voted to walk out on May Day unless a deal is struck.', '2026-05-01', 'pending'],
    ['Ankara scraps a levy on glass. The charge had been due to start on 1 April.', '2026-04-01', 'moved'],
    ['The governor shrugged off the Sunday ultimatum.', '2026-03-15', 'pending'],
    ["With only days to go before Sunday's deadline, savers asked for more time.", '2026-03-15', 'pending'],
    [
      'Everyone must be out of the fishing town by Monday because cracks under the snow are widening.',
      '2026-03-16',
      'pending',
    ],
    ['The new charge on steel takes hold at 12:01 a.m. Eastern on Tuesday.', '2026-03-17', 'pending'],
    ['The grace period that the junta had to publish an election calendar ended last Sunday.', '2026-03-08', 'passed'],
    [
      'Mayors were told in a letter on Tuesday that they have ten days to sign or risk losing their grants.',
      '2026-03-20',
      'pending',
    ],
    ['The envoy had been declared unwelcome and given 48 hours to leave.', '2026-03-13', 'pending'],
    ['Skippers have asked the ministry to put off rules due to kick in on 1 April.', '2026-04-01', 'pending'],
  ])('%s', (text, day, status) => {
    const { deadlines, status: told } = read(text);
    expect([deadlines[0]?.window.latest, told]).toEqual([day, status]);
  });

  it.each([
    'The strongest gusts are due by Friday, forecasters said.',
    'Visitors are required to take a test within two days of landing.',
    'The yard handed over nine hulls in the three months to March.',
    'Firms would get a fortnight to prove their claims under a draft law.',
    'The valley fell within twelve days of the first raid.',
    'The agency has accepted the pill for review and would decide by 5 April.',
    'Aides insisted he would hold another vote within 24 hours.',
    'Mediators propose a ten-day pause in the hills.',
    'She once gave the children an ultimatum on the Christmas tree.',
    'Until Monday, clerks had been hopeful that an accord was within reach.',
    'Final results of the count are due by Thursday.',
    'The captured general was due to appear before a judge on Friday.',
    'An application would be available by the end of the year.',
    'The premier will leave office no later than early next month.',
    'The ministry had wanted the mine sold within six months.',
    'Divers had to stop on Tuesday as night fell.',
    'The start-up spoke to its backers on Wednesday.',
    'Joint drills off the coast are to last until 25 December.',
    'The carrier extends the suspension of its services to Tbilisi until Sunday.',
    'The court agreed to delay jury selection until April.',
    'Crews voted on Tuesday for an offer that ends the walkout.',
    'The president must find his fifth premier in two years.',
    'The agency has only so long before it must stop running trains after 9 p.m.',
  ])('none: %s', (text) => {
    expect(read(text).deadlines).toEqual([]);
  });
});
