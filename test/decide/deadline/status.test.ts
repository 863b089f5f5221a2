import { describe, expect, it } from 'vitest';
import { at, NEW_YORK } from '../../fakes/nouns.ts';
import { readWhole } from '../../fakes/readings.ts';

const read = (text: string) =>
  readWhole(text, {
    published: at('2025-08-09T08:00Z'),
    outletZone: NEW_YORK,
    issuerZone: NEW_YORK,
    official: false,
  });

describe('news without a date', () => {
  it.each([
    ['“The deadline for me is when it’s over,” the president said.', 'withdrawn', 'lifted'],
    ['The White House has dropped its deadline.', 'withdrawn', 'lifted'],
    ['The ultimatum was withdrawn overnight.', 'withdrawn', 'lifted'],
    ['There is no deadline any more, he told reporters.', 'withdrawn', 'lifted'],
    ['The Alaska summit overtook the deadline set for Putin.', 'superseded', 'lifted'],
    ['The ceasefire deadline gave way to talks in Anchorage.', 'superseded', 'lifted'],
    ['He dropped his demand for a ceasefire in favour of a full settlement.', 'superseded', 'lifted'],
    ['The ceasefire demand was dropped in favour of a peace agreement.', 'superseded', 'lifted'],
    ['Trump drops demand for a ceasefire after the Anchorage summit.', 'superseded', 'lifted'],
    ['A peace agreement rather than a mere ceasefire is now the aim.', 'superseded', 'lifted'],
    ['The ceasefire gave way to talks on a settlement.', 'superseded', 'lifted'],
    ['The deadline came and went.', 'passed_unknown', 'passed'],
    ['The deadline passed without sanctions.', 'passed_unknown', 'passed'],
    ['Moscow missed the deadline.', 'passed_unknown', 'passed'],
    ['Hungary met the deadline.', 'met', 'met'],
    ['They signed the accord before the deadline.', 'met', 'met'],
    ['A judge blocked the expiration of the permits.', 'lifted', 'lifted'],
  ])('%s', (text, change, status) => {
    const { deadlines, mentions, ...said } = read(text);
    expect(deadlines).toEqual([]);
    expect(mentions.map((mention) => mention.change)).toEqual([change]);
    expect(said.status).toBe(status);
  });

  it.each([
    ['The summit overtook the deadline.', 'deadline'],
    ['He dropped the deadline in favour of talks.', 'deadline'],
    ['He dropped his demand for a ceasefire in favour of a settlement.', 'demand'],
    ['A peace deal rather than a ceasefire is the aim.', 'demand'],
  ])('tells the deadline from the demand behind it: %s', (text, about) => {
    expect(read(text).mentions).toMatchObject([{ about }]);
  });

  it('is quoted where it stands', () => {
    const text = 'Talks go on\nThe ultimatum was withdrawn overnight.';
    const [mention] = read(text).mentions;
    expect(mention && text.slice(...mention.span)).toBe('The ultimatum was withdrawn overnight.');
  });
});

describe('status', () => {
  it.each([
    ['The deadline looms.', 'pending'],
    ['The clock runs down on the accord.', 'pending'],
    ['Time is running out for a deal.', 'pending'],
    ['The senate clears the bill with an hour to spare.', 'met'],
    ['The state paid two days early; the bill had been due on Thursday.', 'met'],
    ['A judge put on hold the order that required platforms to register.', 'lifted'],
    ['The king rescinded an order that staff return by Friday.', 'lifted'],
    ['The curfew was called off before it took effect.', 'lifted'],
    ['Pilots call off a planned walkout.', 'lifted'],
    ['The junta drops its ultimatum to the port.', 'lifted'],
    ['Envoys urge the junta to drop its ultimatum.', 'pending'],
    ['A late vote averts the shutdown.', 'met'],
    ['Lawmakers sealed the budget ahead of the deadline.', 'met'],
    ['The factions fail to meet the deadline for a cabinet.', 'passed'],
    ['The cut-off could slip, aides say.', 'pending'],
    ['The deadline has not passed.', 'pending'],
    ['The union called an open-ended stoppage after management missed a deadline.', 'passed'],
    ['Barely a dozen capitals met the deadline.', 'pending'],
    ['The captives were freed inside the noon deadline.', 'met'],
    ['A judge threw out a challenge to the rules before the deadline.', 'pending'],
    ['The duties that were due next will be held back.', 'moved'],
    ['The regulator relents and has pushed back the deadline.', 'moved'],
    ['Buyers rush to take delivery before the permits run out.', 'pending'],
    ['Brussels bows to growers with a 12-month delay to its soil law.', 'moved'],
    ['Shippers divert boxes with the clock ticking on a pay accord.', 'pending'],
    ['The union pulls its Friday strike deadline.', 'lifted'],
    ['Envoys are in no hurry to sign as the cut-off looms.', 'pending'],
    ['Three capitals banned imports within hours of the embargo expiring.', 'passed'],
    ['The cabinet approved the accord after midnight, and the truce is due to begin.', 'pending'],
    ['Exporters hurry home before the duties bite.', 'pending'],
    ['The bank petitioned the judges to extend the deadline.', 'pending'],
    ['A tycoon sealed his purchase hours before the 5 p.m. court deadline.', 'met'],
    ['Both armies stretch the pause by a week.', 'moved'],
    ['Creditors have little time before the deadline; you do not have to read it all.', 'pending'],
    ['The ministry gives owners longer, scrapping the earlier timetable.', 'moved'],
    ['The waiver for the smelter lapses.', 'passed'],
    ['Buyers stock up before the waiver for the smelter lapses.', 'pending'],
    ['Nobody has told the crews what follows as the bid deadline nears.', 'pending'],
    ['The pact on salmon expires with no successor in sight.', 'passed'],
    ['The clock hits zero for dockers.', 'passed'],
    ['Shipowners hit the union deadline.', 'passed'],
    ['The envoy stayed put after the ultimatum.', 'passed'],
    ['The assembly got its budget over the line before the deadline.', 'met'],
    ['Brussels played down the postponement of the tariff deadline.', 'moved'],
    ['Mediators secure extra days for the pause.', 'moved'],
    ['Kuwait prolongs the grace period once more.', 'moved'],
    ['The tender will stay open until 3 May, its deadline gone by.', 'moved'],
    ['The two sides agree to a ten-day truce.', 'pending'],
    ['Owners are in a race against time.', 'pending'],
    ['Growers sell out before it kicks in.', 'pending'],
    ['A judge orders ministers to release frozen aid before the deadline.', 'pending'],
    ['The miner will not yield to an ultimatum and goes to arbitration.', 'pending'],
    ['The date for the tolls could be pushed back again, aides say.', 'pending'],
    ['Port owners rush to beat the strike deadline.', 'pending'],
    ['Hopes fade as truce lapses.', 'passed'],
    ['The House unveils a budget with little time to spare before the cut-off.', 'pending'],
    ['Rebels want salaries paid before they agree to prolong a truce.', 'pending'],
    ['Crowds begged ministers not to let the deadline slip by.', 'pending'],
    ['With the accord about to expire, neither capital has called.', 'pending'],
    ['Growers beg for a delay to the soil rules.', 'pending'],
    ['Lima tightens rules for lorries that must be scrapped by June.', 'pending'],
    ['The deadline stands, though drivers will not be fined.', 'pending'],
    ['The firm now has until June to sell.', 'pending'],
    ['The governor accused the bank of bowing to the court over the deadline.', 'pending'],
    ['Kyiv has until Monday to answer.', 'pending'],
    ['Envoys seek to extend the truce.', 'pending'],
    ['The truce was extended.', 'moved'],
    ['The deadline was moved to 20 August.', 'moved'],
    ['The licence expired on Friday.', 'passed'],
    ['Trump’s deadline passes. The first one would have expired on 2 September.', 'passed'],
    ['An airline cancels flights as the strike deadline nears.', 'pending'],
    ['The permit holders must be out of the zone come Monday.', 'pending'],
    ['The bridge was repaired.', null],
  ])('%s', (text, status) => {
    expect(read(text).status).toBe(status);
  });

  it.each(['The trade deadline passed without a signing.', 'Shoppers missed the deadline for discounts.'])(
    'is none of our business in sport and shops: %s',
    (text) => {
      expect(read(text)).toEqual({ deadlines: [], mentions: [], status: null });
    },
  );
});

describe('somebody who is bound to something within a time', () => {
  it.each([
    ['The regulator told the utility to revise its plan within weeks.', 'pending'],
    ['Gunmen will shoot their captives unless they are paid in days.', 'pending'],
    ['The bridge opened in May.', null],
    ['The king must resign, his brother said.', null],
  ])('waits, though no date tells for how long: %s', (text, status) => {
    expect(read(text)).toEqual({ deadlines: [], mentions: [], status });
  });
});

describe('what begins on a day', () => {
  it.each([
    ['The toll takes effect today.', 'passed'],
    ['The toll applies from Saturday.', 'pending'],
    ['The toll took effect on Friday.', 'passed'],
    ['The toll takes effect on Sunday.', 'pending'],
    ['The toll takes effect today at 9 p.m.', 'pending'],
    ['Carriers have until today to pay.', 'pending'],
    ['The licence takes effect from 1 August and expires on 9 September.', 'pending'],
    ['The rules apply from 4 to 20 August.', 'pending'],
    ['The toll takes effect immediately.', 'pending'],
  ])('is in force once its day is over, or the words say so: %s', (text, status) => {
    expect(read(text).status).toBe(status);
  });
});

describe('words that end no deadline', () => {
  it.each([
    'If Trump drops his deadline, Kyiv is lost.',
    'Washington has not withdrawn its deadline.',
    'He could walk away from the deadline.',
    'The White House denied dropping the deadline.',
    'Trump dropped his deadline?',
    'Trump has dropped the deadline, critics say.',
    'Opinion: Trump dropped his deadline and nobody noticed',
  ])('%s', (text) => {
    expect(read(text).mentions).toEqual([]);
  });
});

describe('the other words for what has become of it', () => {
  it.each([
    ['The deadline for disarming has come and gone.', 'passed'],
    ['Minsk lets the deadline slip.', 'passed'],
    ['Fighting resumed after the truce expired.', 'passed'],
    ['The ultimatum was quietly dropped.', 'lifted'],
    ['Washington backs off its ultimatum.', 'lifted'],
    ['He would not enforce the deadline, he said.', 'lifted'],
    ['The rebels pulled out ahead of the deadline.', 'met'],
    ['Hostages were freed before the ultimatum expired.', 'met'],
    ['Shareholders of Salt Inc. had tendered 99.3 % by the Tuesday deadline.', 'met'],
    ['The deadline has been put back at the request of Warsaw.', 'moved'],
    ['The duties begin on 1 September rather than 9 August.', 'moved'],
    ['General License 41B replaces 41A.', 'moved'],
    ['He gave buyers more time to meet the deadline.', 'moved'],
    ['The deadline has not been extended.', 'pending'],
    ['Warsaw is asking for the deadline to be extended.', 'pending'],
    ['The parties hint at extending the truce.', 'pending'],
    ['Banks wish they had been given more time before the deadline.', 'pending'],
    ['Flights will leave after the truce expires.', 'pending'],
    ['Two weeks from today the exemption for diesel is gone.', 'pending'],
    ['The ministry rules out any extension of the deadline.', 'pending'],
    ['Senators want more time for the treaty.', 'pending'],
    ['Days to go before the tariff pause ends.', 'pending'],
    ['The mandate is close to lapsing.', 'pending'],
    ['The UN aid chief pushes to extend the grain pact.', 'pending'],
    ['Holders of 81 % accepted the offer before the deadline.', 'met'],
    ['Mayors are asking Ottawa to extend the deadline.', 'pending'],
    ['The accord is in its last days.', 'pending'],
    ['The governor declined to extend the deadline.', 'pending'],
    ['A window for claims is closing soon.', 'pending'],
  ])('%s', (text, status) => {
    expect(read(text).status).toBe(status);
  });

  it('keeps a wish to its own clause', () => {
    const text = 'Mills requested talks after the council extended a ban that was set to expire this month.';
    expect(read(text).status).toBe('moved');
  });
});

describe('an old date that goes as the new one comes', () => {
  it.each([
    'The truce was extended to September 12, scrapping the August 15 deadline.',
    'The ministry scrapped its 15 August deadline and pushed the licence back to 12 September.',
  ])('is no withdrawal: %s', (text) => {
    expect(read(text)).toMatchObject({ mentions: [], status: 'moved' });
  });
});

describe('what is wished for, planned or not yet over moves and ends nothing', () => {
  it.each([
    ['Envoys race to prolong the truce.', 'pending'],
    ['Both armies are under pressure to prolong the pause.', 'pending'],
    ['Growers beg Ottawa to delay the ban.', 'pending'],
    ['Cairo presses for longer lull as lorries queue.', 'pending'],
    ['Both sides agreed to prolong the truce.', 'moved'],
    ['Tea growers dread the cut-off for the new rules.', 'pending'],
    ['Ferries are moving out of the port before the truce lapses.', 'pending'],
    ['A carmaker brought forward shipments as the deadline nears.', 'pending'],
    ['Moscow will return to the pact once its demands are met.', 'pending'],
    ['Little room is left for meeting the target date.', 'pending'],
    ['The mission nears the end of mandate in the valley.', 'pending'],
    ['Traders leave as the tax break is about to expire.', 'pending'],
    ['The owner must find a buyer before time is up.', 'pending'],
    ['The generals agree to a new truce. Earlier pauses collapsed within hours.', 'pending'],
    ['Workshops toil to beat the clock on the tariff reprieve.', 'pending'],
    ['He pushes back the tariff deadline again, hours before the duties were to snap back.', 'moved'],
    ['Mediators add a day to the truce.', 'moved'],
    ['The minister has put back the date by which the ferry must be sold.', 'moved'],
    ['States blow the federal deadline for cuts in water.', 'passed'],
    ['The strike could come at any time now that the cooling-off period has run out.', 'passed'],
    ['The order to empty the village, a demand it quietly dropped, had alarmed farmers.', 'lifted'],
    ['A court suspends the phase-out of the permits.', 'lifted'],
    ['Two thirds of the bonds had been turned in by the deadline.', 'met'],
    ['The power-transfer deadline was missed once more.', 'passed'],
    ['Envoys stay put after the notice to quit elapses.', 'passed'],
    ['Lorries idle after the deal that fed them ran its course.', 'passed'],
    ['The bus company faces a fiscal cliff as relief money dries up.', 'pending'],
    ['Clock winds down on access to the cameras.', 'pending'],
    ['Bonds shrug as the tariff truce ticks down.', 'pending'],
    ['With the payback date looming, small firms have no plan.', 'pending'],
    ['The senators urge restraint with the deadline about to run out.', 'pending'],
    ['The letters amount to another extension.', 'moved'],
    ['The writers walked out after their contract ran out.', 'passed'],
    ['Farmers block roads as the nitrogen deadline nears.', 'pending'],
    ['Envoys push both armies for longer truce.', 'pending'],
    ['The generals agree to a longer truce.', 'moved'],
    ['Chipmakers win a reprieve on the curbs.', 'moved'],
    ['A cabinet vote and a deadline met: the day in brief.', 'met'],
    ['The ministry refused, letting the deadline lapse.', 'passed'],
    ['Firms must pay by Monday or see their permits withdrawn.', 'pending'],
  ])('%s', (text, status) => {
    expect(read(text).status).toBe(status);
  });
});

describe('weekdays that lie behind the news', () => {
  it.each([
    ['The army moves on after a pause agreed with the rebels expires on Friday.', '2025-08-08'],
    ["Committees had to file before Friday's deadline, and several did not.", '2025-08-08'],
    ['The envoy let pass a Thursday deadline for his reply.', '2025-08-07'],
    ['The window for claims shut at 4 p.m. on Friday.', '2025-08-08'],
    ['Committees had until Friday to open their books for the spring.', '2025-08-08'],
    ['The 50 days first offered to the rebels ended on Thursday.', '2025-08-07'],
  ])('%s', (text, day) => {
    expect(read(text).deadlines[0]?.window.latest).toBe(day);
  });

  it('do not, where somebody said it who still waited', () => {
    const text = 'Marchers said the premier had until Monday to sack his cabinet.';
    expect(read(text).deadlines[0]?.window.latest).toBe('2025-08-11');
  });

  it('do not, where a week is put on top', () => {
    expect(read('The utility was given until Monday week to file its plan.').deadlines[0]?.window.latest).toBe(
      '2025-08-18',
    );
  });

  it('are met at twelve where the clock says so', () => {
    const [reading] = read('All captives must be free by 12 o’clock on Saturday.').deadlines;
    expect(reading?.window).toMatchObject({ precision: 'minute' });
  });
});
