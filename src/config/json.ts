/**
 * JSON with the place of everything in it. `JSON.parse` forgets where values stood, and for most syntax errors names
 * no position either; an operator needs the line.
 */

export type Path = readonly PropertyKey[];

export interface Place {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface JsonDocument {
  readonly kind: 'json';
  readonly value: unknown;
  /** Names written twice in one object, of which `JSON.parse` keeps the last without a word. */
  readonly repeated: readonly Path[];
  /** The line of a path; of the nearest thing around it when the path itself is not in the text. */
  lineOf(path: Path): number;
}

export interface JsonError extends Place {
  readonly kind: 'error';
  readonly message: string;
}

/** Reads JSON text (RFC 8259; a byte order mark is passed over). */
export function readJson(source: string): JsonDocument | JsonError {
  const text = source.replace(/^\uFEFF/, '');
  try {
    return documentOf(text, scan(text));
  } catch (fault) {
    if (fault instanceof Fault) return { kind: 'error', ...placeOf(text, fault.at), message: fault.message };
    throw fault;
  }
}

/** Never leaves this file: the way out of the descent. */
class Fault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

interface Scan {
  readonly tokens: readonly Token[];
  next: number;
  /** Character offsets by path. */
  readonly places: Map<string, number>;
  readonly repeated: Path[];
}

const STRING = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const TOKEN = new RegExp(String.raw`[ \t\r\n]*(${STRING}|${NUMBER}\b|true\b|false\b|null\b|[{}[\],:])`, 'y');
const SPACE = /[ \t\r\n]*/y;

/** What people write that JSON does not know, by its first letter. */
const HINTS: Readonly<Record<string, string>> = {
  '"': 'a text here is not closed, or holds a line break or a lone backslash; close it with " on its own line',
  "'": 'JSON puts texts in double quotes; write " in place of \'',
  '/': 'JSON knows no comments; remove it',
  '#': 'JSON knows no comments; remove it',
};

function scan(text: string): Scan {
  const scanned: Scan = { tokens: tokensOf(text), next: 0, places: new Map(), repeated: [] };
  readValue(scanned, []);
  const surplus = scanned.tokens[scanned.next];
  if (surplus && surplus.text !== '') throw new Fault(`nothing may follow here; remove ${surplus.text}`, surplus.at);
  return scanned;
}

/** The tokens of the text, and an empty one for its end. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = endOfSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = endOfSpace(text, at + token.text.length);
  }
  return [...tokens, { text: '', at }];
}

function tokenAt(text: string, at: number): Token {
  TOKEN.lastIndex = at;
  const found = TOKEN.exec(text)?.[1];
  if (found !== undefined) return { text: found, at };
  const letter = text[at] ?? '';
  throw new Fault(HINTS[letter] ?? `${letter} cannot stand here; texts need double quotes around them`, at);
}

function endOfSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

function take(scanned: Scan): Token {
  const token = scanned.tokens[scanned.next] ?? { text: '', at: 0 };
  scanned.next += 1;
  return token;
}

function isNext(scanned: Scan, text: string): boolean {
  return scanned.tokens[scanned.next]?.text === text;
}

function expected(what: string, token: Token): Fault {
  return new Fault(`expected ${what} but found ${token.text === '' ? 'the end of the file' : token.text}`, token.at);
}

function readValue(scanned: Scan, path: Path): void {
  const token = take(scanned);
  if (!scanned.places.has(keyOf(path))) scanned.places.set(keyOf(path), token.at);
  if (token.text === '{') readMembers(scanned, path);
  else if (token.text === '[') readElements(scanned, path);
  else if (token.text === '' || /^[}\],:]/.test(token.text)) throw expected('a value', token);
}

function readMembers(scanned: Scan, path: Path): void {
  if (isNext(scanned, '}')) return void take(scanned);
  do readMember(scanned, path);
  while (goesOn(scanned, '}'));
}

function readMember(scanned: Scan, path: Path): void {
  const name = take(scanned);
  if (!name.text.startsWith('"')) throw expected('a name in double quotes', name);
  const inner = [...path, String(JSON.parse(name.text))];
  if (scanned.places.has(keyOf(inner))) scanned.repeated.push(inner);
  scanned.places.set(keyOf(inner), name.at);
  const colon = take(scanned);
  if (colon.text !== ':') throw expected('":"', colon);
  readValue(scanned, inner);
}

function readElements(scanned: Scan, path: Path): void {
  if (isNext(scanned, ']')) return void take(scanned);
  let index = 0;
  do readValue(scanned, [...path, index++]);
  while (goesOn(scanned, ']'));
}

/** Takes the comma or the closing bracket after an entry; true for a comma. */
function goesOn(scanned: Scan, closing: string): boolean {
  const token = take(scanned);
  if (token.text === closing) return false;
  if (token.text !== ',') throw expected(`"," or "${closing}"`, token);
  if (isNext(scanned, closing)) throw new Fault(`nothing follows this comma; remove it`, token.at);
  return true;
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

function documentOf(text: string, { places, repeated }: Scan): JsonDocument {
  const lineOf = (path: Path): number => {
    const at = places.get(keyOf(path));
    return at === undefined && path.length > 0 ? lineOf(path.slice(0, -1)) : placeOf(text, at ?? 0).line;
  };
  return { kind: 'json', value: JSON.parse(text), repeated, lineOf };
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
