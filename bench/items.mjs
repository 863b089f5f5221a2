/**
 * News of our own making, the same on every run: about one item in twenty belongs to a shipped storyline, some of
 * those are reports of an event told before, and many others share a word or two with a storyline without belonging.
 */

const MINUTE = 60_000;
const START = Date.parse('2025-06-02T00:00:00Z');
/** What thirty feeds bring in a busy hour. */
const APART = MINUTE;
const MATCHING_SHARE = 0.05;
/** Of the matching items, those that tell the event of the one before in other words. */
const RETOLD_SHARE = 0.3;

/** Mulberry32: small, fast, and the same numbers everywhere. */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = {
  day: ['5 July', '18 July', '1 September', '14 September', '3 October', '30 November'],
  count: ['10', '14', '21', '30', '50', '60'],
  city: ['Geneva', 'Oslo', 'Vienna', 'Doha', 'Riyadh', 'Ankara', 'Warsaw', 'Lisbon', 'Nairobi', 'Lima'],
  town: ['Ryazan', 'Saratov', 'Samara', 'Novokuibyshevsk', 'Syzran', 'Volgograd'],
  topic: ['harvest', 'rail strike', 'heatwave', 'budget', 'housing bill', 'football final', 'coral survey', 'art fair'],
  company: ['a carmaker', 'a shipping line', 'a chip maker', 'an airline', 'a grocer', 'a pension fund'],
  verb: ['welcomes', 'questions', 'postpones', 'defends', 'reviews', 'outlines', 'rejects', 'backs'],
  body: [
    'the council',
    'the ministry',
    'the union',
    'the court',
    'the museum',
    'the regulator',
    'the club',
    'the port',
  ],
  number: ['12', '27', '38', '45', '64', '90', '130', '210', '480'],
};

/** `{word}` is drawn from the lists above. Title, then lede. */
const MATCHING = [
  [
    'Trump gives Russia until {day} to accept a ceasefire',
    'The White House deadline falls on {day}; tariffs follow otherwise, the president says in {city}.',
  ],
  [
    'Russia has {count} days to stop the war, Trump says',
    'The new deadline for Moscow was named beside the talks in {city}; Kyiv {verb} it.',
  ],
  [
    'Washington threatens secondary tariffs on buyers of Russian oil',
    'The United States would act by {day} unless Moscow agrees to peace, officials in {city} say.',
  ],
  [
    'Witkoff meets Putin again, {number} minutes at the Kremlin',
    'The American envoy flew in from {city}; the readout {verb} nothing.',
  ],
  [
    'Istanbul talks: Ukraine and Medinsky agree to exchange {number} prisoners',
    'Delegations meet for another round on {day}, with memorandums on the table.',
  ],
  [
    'Refinery in {town} ablaze after drone attack',
    'Ukraine says its drones hit the plant in Russia; {number} firefighters are at work.',
  ],
  [
    'EU prolongs sanctions on Russia until {day}',
    'The Council extends the restrictive measures after a night in {city}; {body} {verb} the text.',
  ],
  [
    'Pentagon clears sale of {number} missiles to Ukraine',
    'Congress was notified by Washington; the weapons come with training in {city}.',
  ],
  ['US and China extend tariff truce', 'The 90 day pause in duties now runs to {day}, both sides say in {city}.'],
  [
    'Snapback of UN sanctions on Iran looms',
    'The E3 name {day} as their deadline over the nuclear file; {city} {verb} the step.',
  ],
];

const OTHER = [
  [
    '{city}: {body} {verb} the {topic}',
    'After {number} days of debate {body} {verb} plans for the {topic}, with costs put at {number} million.',
  ],
  [
    '{company} {verb} results as sales reach {number} million',
    'Shares moved little in {city}; analysts had expected a better quarter after the {topic}.',
  ],
  [
    '{topic} draws {number} thousand visitors to {city}',
    'Organisers and {body} speak of a record; trains run later until {day}.',
  ],
  [
    'Study links {topic} to warmer seas',
    'Researchers in {city} followed {number} places for {number} months and warn of gaps in the data.',
  ],
  [
    'Trump {verb} {topic} in speech to supporters',
    'The president spoke for {number} minutes and named no dates; {body} {verb} his numbers.',
  ],
  [
    'Ukraine opens {topic} with guests from {city}',
    'About {number} people came; {body} {verb} the programme, which runs until {day}.',
  ],
  [
    'Russia reports {number} cases after {topic}',
    'Health officials say {body} {verb} advice given earlier; travel from {city} goes on.',
  ],
  ['Deadline for the {topic} vote moved to {day}', 'In {city} {body} {verb} the delay, the second in {number} weeks.'],
  [
    'Sanctions committee of {city} football league fines club',
    'The fine of {number} thousand is due by {day}; {body} {verb} it.',
  ],
  [
    '{body} in {city} {verb} drone rules',
    'Pilots must register {number} days ahead, and fly lower than {number} metres near the {topic}.',
  ],
];

function filled(template, random) {
  return template.replace(/\{(\w+)\}/g, (_, list) => pick(WORDS[list], random));
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function storyOf(random, before) {
  if (before && random() < RETOLD_SHARE)
    return { ...before, lede: `${before.lede} ${filled('In {city}, {body} {verb} it.', random)}` };
  const [title, lede] = pick(MATCHING, random);
  return { title: capitalised(filled(title, random)), lede: filled(lede, random) };
}

function otherOf(random) {
  const [title, lede] = pick(OTHER, random);
  const more = filled('Earlier, {body} in {city} had asked for {number} more days because of the {topic}.', random);
  return { title: capitalised(filled(title, random)), lede: `${capitalised(filled(lede, random))} ${more}` };
}

/** `count` items a minute apart, as lines of an items file hold them, published by `outlets` in turn of chance. */
export function makeItems(count, outlets, seed = 1) {
  const random = randomOf(seed);
  let story = null;
  return Array.from({ length: count }, (_, index) => {
    const isStory = random() < MATCHING_SHARE;
    if (isStory) story = storyOf(random, story);
    const { title, lede } = isStory ? story : otherOf(random);
    const { id: outlet, hosts } = pick(outlets, random);
    const published = new Date(START + index * APART).toISOString();
    return { id: `item-${index}`, title, lede, link: `https://${hosts[0]}/news/item-${index}`, outlet, published };
  });
}
