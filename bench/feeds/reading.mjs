/**
 * How much each reader reads: over our golden twins, with what is right written beside each document, and over any
 * folder of feeds (`--suite`), where the readers are measured by each other.
 */
import { readFileSync, statSync } from 'node:fs';
import { columns, say } from '../table.mjs';
import { READERS, readWith } from './readers.mjs';
import { filesBelow, judged, readTwins, TWINS_FOLDER } from './twins.mjs';

/** Larger files are no feeds, and a reader may need hours for one. */
const MAX_BYTES = 5_000_000;
const ENTRY = /<(?:[\w-]+:)?(?:item|entry)[\s>/]/i;

function percent(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

async function judgedBy(reader, twin) {
  const entries = await readWith(reader, twin);
  const fields = judged(twin, entries);
  return { twin, complete: entries.length === twin.items, fields, right: fields.every(({ holds }) => holds) };
}

async function judgedAll(reader, twins) {
  const found = [];
  for (const twin of twins) found.push(await judgedBy(reader, twin));
  return found;
}

function countIn(group, found, holds) {
  const inGroup = found.filter(({ twin }) => twin.group === group);
  return `${inGroup.filter(holds).length}/${inGroup.length}`;
}

function rowOf(name, found) {
  const fields = found.flatMap((each) => each.fields);
  const isComplete = ({ complete }) => complete;
  const isRight = ({ complete, right }) => complete && right;
  return [
    name,
    percent(found.filter(isComplete).length, found.length),
    countIn('illformed', found, isComplete),
    countIn('encodings', found, isRight),
    countIn('trap', found, isRight),
    countIn('wellformed', found, isRight),
    percent(fields.filter(({ holds }) => holds).length, fields.length),
  ];
}

/** What ours gets wrong is worth a line each. */
function sayMisses(found) {
  for (const { twin, complete, fields } of found) {
    const wrong = [...(complete ? [] : ['items']), ...fields.filter(({ holds }) => !holds).map(({ field }) => field)];
    if (wrong.length > 0) say(`  ours misses in ${twin.name}: ${wrong.join(', ')}`);
  }
}

async function readTwinsSideBySide() {
  const twins = readTwins(TWINS_FOLDER);
  if (twins.length === 0) return say('No golden twins in test/fixtures/feeds: nothing to compare with.');
  const head = ['', 'all items', 'ill-formed', 'encodings', 'traps', 'well-formed', 'fields'];
  const found = [];
  for (const reader of READERS) found.push(await judgedAll(reader, twins));
  say(
    `${twins.length} documents of ours; ill-formed counts documents with all their items, the others also every field`,
  );
  for (const row of columns([head, ...READERS.map(({ name }, index) => rowOf(name, found[index]))])) say(row);
  sayMisses(found[0]);
}

async function countsOf(file) {
  const bytes = readFileSync(file);
  const counts = [];
  for (const reader of READERS) {
    const entries = await readWith(reader, { bytes, charset: null, url: 'http://feeds.example/feed' });
    counts.push(entries.length);
  }
  return { file, counts, withItems: ENTRY.test(bytes.toString('latin1')) || counts.some((count) => count > 0) };
}

async function readSuite(folder) {
  const files = filesBelow(folder).filter((file) => statSync(file).size <= MAX_BYTES && !file.endsWith('.twin.json'));
  const read = [];
  for (const file of files) read.push(await countsOf(file));
  const feeds = read.filter(({ withItems }) => withItems);
  const share = (holds) => percent(feeds.filter(holds).length, feeds.length);
  const rows = READERS.map(({ name }, reader) => [
    name,
    share(({ counts }) => counts[reader] > 0),
    share(({ counts }) => counts[reader] > 0 && counts[reader] >= Math.max(...counts)),
  ]);
  say(`\n${feeds.length} of ${files.length} files in ${folder} hold items`);
  for (const row of columns([['', 'some items', 'as many as any'], ...rows])) say(row);
  const missed = feeds.filter(({ counts }) => counts[0] < Math.max(...counts, 1));
  for (const { file, counts } of missed) say(`  ours finds ${counts[0]} of ${Math.max(...counts)} in ${file}`);
}

/** Prints what each reader reads; no limit is set here. `suite` is a folder or undefined. */
export async function reading({ suite }) {
  await readTwinsSideBySide();
  if (suite !== undefined) await readSuite(suite);
  return [];
}
