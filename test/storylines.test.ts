/**
 * What each shipped storyline finds and what it leaves alone. The labelled items of `fixtures/storylines` were written
 * before they were measured (`paraphrases`, `variants` and `thesaurus` say in other words what the queries were then
 * widened to); `npm run bench -- storylines` prints their figures.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { precisionOf, recallOf, scoreOf, sumOf } from '../bench/scores.mjs';
import { parseInstant } from '../src/domain/time.ts';
import { shipped, storylinesOf } from './fakes/shippedStorylines.ts';

const labelled = z.object({
  id: z.string(),
  title: z.string(),
  lede: z.string(),
  labels: z.array(z.string()),
  trap: z.boolean(),
  published: z.string().transform(parseInstant).optional(),
});

const SLUGS = shipped.storylines.map(({ slug }) => String(slug));

function itemsOf(name: string): readonly z.output<typeof labelled>[] {
  const text = readFileSync(new URL(`fixtures/storylines/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => labelled.parse(JSON.parse(line)));
}

/** All is well, or the names of those that are not. */
function unless(enough: boolean, names: readonly string[]): readonly string[] {
  return enough ? [] : names;
}

describe.each([
  ['items', 400, 150],
  ['fresh', 150, 50],
  ['proof', 140, 50],
  ['last', 110, 35],
  ['final', 100, 35],
  ['paraphrases', 530, 105],
  ['wire', 150, 45],
  ['variants', 170, 40],
  ['thesaurus', 370, 90],
])('the labelled items of "%s"', (name, atLeast, traps) => {
  const items = itemsOf(name);
  const judged = items.map((item) => ({ ...item, found: storylinesOf(item.title, item.lede, item.published) }));
  const score = sumOf(SLUGS.map((slug) => scoreOf(slug, judged)));

  it('are many, traps among them, each told once and labelled with storylines that exist', () => {
    expect(items.length).toBeGreaterThanOrEqual(atLeast);
    expect(items.filter(({ trap }) => trap).length).toBeGreaterThanOrEqual(traps);
    expect(new Set(items.map(({ title, lede }) => `${title}\n${lede}`)).size).toBe(items.length);
    expect(items.flatMap(({ labels }) => labels).filter((label) => !SLUGS.includes(label))).toEqual([]);
  });

  it('go to their storylines alone, 19 times of 20', () => {
    expect(unless(precisionOf(score) >= 0.95, score.wrong)).toEqual([]);
  });

  it('are found by their storylines, 19 times of 20', () => {
    expect(unless(recallOf(score) >= 0.95, score.missed)).toEqual([]);
  });

  it.each(SLUGS)('leave %s right nine times of ten', (slug) => {
    const own = scoreOf(slug, judged);
    const mistakes = own.wrong.length + own.missed.length;
    expect(unless(mistakes <= Math.max(1, own.right / 10), [...own.wrong, ...own.missed])).toEqual([]);
  });
});

type Told = readonly [title: string, lede?: string];

const FOUND: Readonly<Record<string, readonly Told[]>> = {
  'ceasefire-deadline': [
    ['Trump wants a Ukraine truce in ten days, not fifty'],
    ['Medvedev answers Trump’s ultimatum', 'Russia, he wrote, is not Iran.'],
    ['US deadline for Putin nears'],
    ['Zelensky told to accept plan by Thursday, Trump says'],
    ['Трамп сократил 50-дневный срок для Путина'],
    ['Ультиматум Трампа: Кремль відповів'],
    ['Washington’s cutoff for the Kremlin is near'],
    ['US president gives Moscow until September to end war or face duties'],
    ['Trump verkürzt Frist für Putin'],
    ['Sanctions cut-off passes, Trump and Moscow talk on'],
    ['Trump lets go of truce demand in Ukraine'],
  ],
  'secondary-sanctions': [
    ['Trump doubles duties on India for its Russian oil'],
    ['America’s levies on buyers of Russian crude, explained'],
    ['Трамп ввёл пошлины против Индии за российскую нефть'],
    ['США погрожують Китаю митами через нафту з Росії'],
    ['100% duties await Moscow’s customers, White House warns'],
    ['Senators want 500% tariffs on those who trade with Russia'],
    ['Trump bestraft Indien mit Zöllen wegen Öl aus Russland'],
  ],
  'witkoff-putin': [
    ['Witkoff back at the Kremlin'],
    ['After Gaza, Witkoff sits down with Putin'],
    ['Putin receives Trump’s envoy in St Petersburg'],
    ['Witkoff arrives in Russia'],
    ['Віткофф знову у Кремлі'],
    ['Путин встретился со спецпосланником Трампа'],
    ['Russian leader hosts US special envoy'],
    ['US president’s emissary flies to Moscow', 'Putin will receive him.'],
  ],
  'istanbul-talks': [
    ['Russia and Ukraine free prisoners as agreed in Istanbul'],
    ['Umerov flies to Istanbul'],
    ['Ukraine and Russia at one table in Istanbul, Iran at another'],
    ['В Стамбуле завершились переговоры России и Украины'],
    ['Умєров у Стамбулі: є домовленість про обмін'],
    ['Ukrainian negotiators leave for Turkey', 'They will meet the Russian delegation on Wednesday.'],
    ['Medinsky: sides will swap the badly wounded'],
    ['Third round of direct talks between Kyiv and Moscow is brief'],
  ],
  'kyiv-31-july': [
    ['Kyiv toll of 31 July grows to 31'],
    ['Sviatoshynskyi block: last victim found'],
    ['Удар по Києву 31 липня: кількість загиблих зросла'],
    ['Киев: число погибших 31 июля выросло'],
  ],
  'us-arms-sales': [
    ['State Dept approves missile sale to Ukraine'],
    ['Washington greenlights howitzer repairs for Kyiv'],
    ['США одобрили продажу Украине ракет'],
    ['Держдеп схвалив продаж Україні гаубиць'],
    ['Congress told of Starlink sale to Ukraine'],
    ['US agrees to $90m worth of howitzer repairs for Kyiv'],
  ],
  'refinery-strikes': [
    ['Refinery in Syzran burns after drones'],
    ['Ukraine hits oil depot in Russia'],
    ['Горит Саратовский НПЗ'],
    ['Дрони вдарили по нафтобазі в Сочі'],
    ['Rosneft plant in Samara ablaze after UAV raid'],
    ['Blaze at Primorsk oil port after drones'],
  ],
  'zaporizhzhia-camp': [
    ['Bombs on a recreation centre near Zaporizhzhia'],
    ['Удар по базе отдыха в Запорожской области'],
    ['На Запоріжжі зруйновано базу відпочинку'],
    ['Families on holiday bombed in Zaporizhzhia region'],
    ['Zaporischschja: Tote in Ferienanlage'],
  ],
  'leaders-summit': [
    ['Putin and Trump to meet'],
    ['Zelensky ready for talks with Putin'],
    ['Russia–US summit: the venue is found'],
    ['Встреча Путина и Трампа на Аляске'],
    ['Зеленський і Путін: чи буде зустріч'],
    ['Russian leader and Trump face to face'],
    ['Where will the Russian and Ukrainian presidents meet? Moscow names no place'],
    ['Trilateral with Putin is next, US president tells Zelensky'],
    ['Witkoff leaves the Kremlin; Trump may meet Putin soon'],
  ],
  'ofac-oil-licences': [
    ['Treasury extends Lukoil licence'],
    ['GL 131B issued for Lukoil talks', 'OFAC named 28 February.'],
    ['США продлили лицензию для «Лукойла»'],
    ['Мінфін США дозволив операції з «Лукойлом»'],
    ['Treasury lets Rosneft’s German arm carry on'],
    ['USA nehmen Lukoil von Sanktionen aus'],
  ],
  'eu-renewals': [
    ['EU renews Russia sanctions'],
    ['Council prolongs listings of Russians'],
    ['ЕС продлил санкции против России'],
    ['Євросоюз продовжив санкції проти Росії'],
    ['Brussels keeps economic restrictions on Russia until July'],
    ['L’UE prolonge ses sanctions contre Moscou'],
    ['EU-Sanktionen gegen Moskau: weitere sechs Monate'],
  ],
  'iran-snapback': [
    ['E3 trigger snapback on Iran'],
    ['UN sanctions on Iran restored'],
    ['Санкции ООН против Ирана восстановлены'],
    ['Повернення санкцій ООН проти Ірану'],
    ['London, Paris and Berlin start month-long clock on Tehran'],
    ['Les sanctions de l’ONU contre l’Iran rétablies'],
  ],
  'us-china-truce': [
    ['US, China extend tariff pause'],
    ['Xi and Trump prolong trade truce'],
    ['США и Китай продлили торговое перемирие'],
    ['США та Китай відклали мита'],
    ['Higher duties on Chinese goods shelved by Washington'],
    ['USA und China verlängern Zollpause'],
  ],
  'oil-price-cap': [
    ['EU lowers price cap on Russian oil'],
    ['New ceiling for Russian crude'],
    ['Потолок цен на российскую нефть снижен'],
    ['Нова гранична ціна на російську нафту'],
    ['Limit for Russian barrels falls to $47.60, Brussels says'],
    ['Le plafond du pétrole russe est abaissé'],
  ],
  'new-start': [
    ['New START is over'],
    ['NEW START TREATY EXPIRES'],
    ['Putin would keep New Start limits'],
    ['Договор СНВ-III истёк'],
    ['Договір про ядерні озброєння між Росією і США завершився'],
    ['Last pact on US and Russian nuclear warheads is dead'],
    ['Договор о стратегических вооружениях истёк'],
  ],
};

const LEFT_ALONE: Readonly<Record<string, readonly Told[]>> = {
  'ceasefire-deadline': [
    ['Trump sets Hamas a deadline', 'Putin called it a chance for Gaza.'],
    ['TikTok deadline moved by Trump', 'Moscow shrugged.'],
    ['Iran has two weeks, Trump says', 'Putin offers to help.'],
    ['1 August deadline: Trump’s letters go out', 'Ukraine got none.'],
    ['They gave us ten days, say villagers in Ukraine'],
    ['Judge gives Trump’s lawyers a deadline over Russia papers'],
    ['Ukraine’s deadline day signing joins American club'],
    ['ХАМАС получил ультиматум от Трампа', 'Москва призвала к сдержанности.'],
    ['Sudan’s army has two weeks to answer US truce plan'],
    ['IMF deadline for Ukraine', 'Washington has the largest vote there.'],
    ['US race against time to save Ukraine’s budget deadline'],
    ['Washington might cut off Ukraine’s intelligence, Moscow hopes'],
  ],
  'secondary-sanctions': [
    ['Brazil hit by Trump’s 50% tariff', 'Putin phoned Lula.'],
    ['EU tariffs on Russian fertiliser anger US farmers'],
    ['US and China stretch tariff truce', 'Russian oil was not discussed.'],
    ['Oil falls as Russia pumps and US tariffs loom'],
    ['Modi and Putin meet as Trump tariffs bite'],
    ['India’s refiners halt Russian crude after sanctions'],
    ['EU and US agree on 15% tariffs in trade deal', 'Russian energy will be phased out.'],
  ],
  'witkoff-putin': [
    ['Witkoff in Gaza', 'Moscow sent aid.'],
    ['Witkoff and Araghchi talk', 'The Kremlin offered to store uranium.'],
    ['US envoy Kellogg: Putin wants Kyiv'],
    ['Witkoff meets Umerov in Miami'],
    ['Уиткофф прибыл в Израиль'],
    ['Putin’s envoy Dmitriev in Washington'],
    ['Air Force One reaches Anchorage', 'Witkoff is aboard; Putin waits.'],
  ],
  'istanbul-talks': [
    ['Iran and E3 meet in Istanbul', 'Ukraine and Russia had met there before.'],
    ['Istanbul quake felt by Ukrainian tourists'],
    ['Dynamo Kyiv lose in Istanbul'],
    ['Galatasaray in talks over Ukraine striker', 'The Istanbul side have bid twice.'],
    ['Шахтар програв у Стамбулі'],
    ['Turkey sells drones to Ukraine', 'Russia objects.'],
    ['Third round of Russia–Ukraine talks in Abu Dhabi'],
  ],
  'kyiv-31-july': [
    ['Kyiv: 25 killed on 28 August'],
    ['Kyiv says 900 Russian soldiers were killed on 31 July'],
    ['Concert in Kyiv on 31 July'],
    ['Удар по Киеву 28 августа: число погибших выросло'],
  ],
  'us-arms-sales': [
    ['US approves arms sale to Taiwan', 'Beijing compared it with Ukraine.'],
    ['Israel gets US missiles', 'Ukraine waits for Patriots.'],
    ['Senate approves weapons for Ukraine in defence bill', 'The Pentagon objects.'],
    ['США одобрили продажу Польше ракет', 'Страна граничит с Украиной.'],
    ['Norway pays for US Patriots', 'Washington approved their transfer to Ukraine.'],
  ],
  'refinery-strikes': [
    ['Russia attacks Kremenchuk refinery in Ukraine'],
    ['Oil depot in Odesa on fire after Russian drones hit Ukraine'],
    ['Refinery workers strike in France'],
    ['Россия атаковала Кременчугский НПЗ в Украине'],
    ['Fire near nuclear plant in Kursk after drone falls', 'Ukraine was blamed by Russia.'],
  ],
  'zaporizhzhia-camp': [
    ['Training camp in Chernihiv region hit'],
    ['Prison near Zaporizhzhia bombed'],
    ['Zaporizhzhia nuclear plant loses power'],
    ['Holiday camps in Wales are full'],
    ['Drones kill guests of a resort in Kherson region', 'Ukraine denies the strike.'],
  ],
  'leaders-summit': [
    ['Nato summit: Trump speaks, Putin listens'],
    ['Brics summit without Putin', 'Trump threatens tariffs.'],
    ['Putin and Xi meet', 'Trump is not amused.'],
    ['Alaska tourism booms'],
    ['Trump meets Zelensky; Putin absent'],
    ['Putin and Kim at one table in Beijing', 'Trump watches.'],
    ['US envoy meets Putin', 'Trump expects a report.'],
  ],
  'ofac-oil-licences': [
    ['UK licence for Lukoil in Bulgaria'],
    ['Lukoil petrol stations change colours in America'],
    ['OFAC licence for Chevron in Venezuela'],
    ['OFAC General License 25 for Syria', 'Russia kept its base.'],
    ['Treasury bonds fall on Russia news'],
    ['US puts sanctions on Lukoil and Rosneft'],
  ],
  'eu-renewals': [
    ['EU extends Belarus sanctions', 'They mirror those on Russia.'],
    ['EU renews Iran sanctions', 'Russia bought its drones.'],
    ['Russia prolongs embargo on EU food', 'It answers sanctions.'],
    ['EU adopts 19th package of Russia sanctions'],
    ['ЕС продлил санкции против Беларуси', 'Минск помогает России.'],
    ['EU prolongs shelter for Ukrainians by six months', 'Russia sneered.'],
  ],
  'iran-snapback': [
    ['Oil prices snap back on Iran truce'],
    ['US sanctions Iran’s tankers'],
    ['Snapback caps return to fashion'],
    ['EU lists Iranian judges'],
    ['UK seizes tanker in breach of Iran sanctions', 'Europe live: the latest.'],
  ],
  'us-china-truce': [
    ['Trump threatens China over Russian oil', 'New tariffs may be delayed.'],
    ['TikTok: US and China extend deadline', 'Tariffs were not discussed.'],
    ['Mexico gets 90 days from Trump', 'China gets none of the tariff relief.'],
    ['China and India hold border truce'],
  ],
  'oil-price-cap': [
    ['Energy price cap rises', 'Households use less Russian oil.'],
    ['Petrol price cap in Hungary', 'It buys Russian oil.'],
    ['Потолок цен на бензин в России'],
    ['Oil prices cap a good week for Russia'],
    ['EU limits Russian oil to two pipelines'],
  ],
  'new-start': [
    ['A new start for Russian skater in US'],
    ['Windows has a new Start menu'],
    ['New start date for nuclear probe'],
    ['Russia leaves INF treaty moratorium'],
    ['Iran nuclear deal is dead, say Russia and US'],
  ],
};

function told(table: Readonly<Record<string, readonly Told[]>>, slug: string): readonly [string, string][] {
  return (table[slug] ?? []).map(([title, lede = '']) => [title, lede]);
}

describe.each(SLUGS)('%s', (slug) => {
  it.each(told(FOUND, slug))('finds “%s”', (title, lede) => {
    expect(storylinesOf(title, lede)).toContain(slug);
  });

  it.each(told(LEFT_ALONE, slug))('leaves “%s” alone', (title, lede) => {
    expect(storylinesOf(title, lede)).not.toContain(slug);
  });
});

describe('Kyiv, 31 July 2025, is known by the day where nothing else tells', () => {
  it.each([
    ['the morning of the strike', '2025-07-31T06:00Z', 'Apartment block in Kyiv hit by missile, many dead', true],
    ['the day of mourning', '2025-08-01T09:00Z', 'Ukrainian capital mourns', true],
    ['the last of its dead', '2025-08-06T10:00Z', 'Another victim of strike on Kyiv dies', true],
    ['a strike ten days before', '2025-07-21T06:00Z', 'Apartment block in Kyiv hit by missile, many dead', false],
    ['a strike a month later', '2025-08-28T06:00Z', 'Apartment block in Kyiv hit by missile, many dead', false],
    ['a strike elsewhere', '2025-07-31T06:00Z', 'Apartment block in Kharkiv hit, many dead, says Kyiv', false],
    ['what Kyiv strikes itself', '2025-08-02T06:00Z', 'Kyiv drones strike Ryazan refinery, one dead', false],
    ['other news of the city', '2025-08-02T06:00Z', 'Kyiv metro fares to rise', false],
    ['a day that is not known', '', 'Apartment block in Kyiv hit by missile, many dead', false],
  ])('%s', (_what, published, title, expected) => {
    expect(storylinesOf(title, '', parseInstant(published)).includes('kyiv-31-july')).toBe(expected);
  });
});
