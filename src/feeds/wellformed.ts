/**
 * Where a document is no well-formed XML although the desk reads it all the same. For the linter alone: a poll has no
 * use for it. One linear pass; of each kind of flaw only the first is told.
 */
import { attributesOf, type CloseTag, type OpenTag, type Token, tokens } from './markup.ts';

type FlawKind = 'tag' | 'angle' | 'reference' | 'prefix';

interface Flaw {
  readonly at: number;
  readonly says: string;
}

interface OpenElement {
  readonly name: string;
  readonly at: number;
  /** Prefixes it declares. */
  readonly declared: readonly string[];
}

interface Check {
  readonly source: string;
  readonly flaws: Map<FlawKind, Flaw>;
  readonly open: OpenElement[];
  /** How many open elements declare each prefix. */
  readonly bound: Map<string, number>;
  /** A document type may define entities of its own. */
  hasDoctype: boolean;
}

/** Prefixes that need no declaration (Namespaces in XML 1.0, section 3). */
const RESERVED = new Set(['xml', 'xmlns']);
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|([a-z_][\w.-]*));/iy;
const SHOWN_AT_MOST = 40;

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, SHOWN_AT_MOST);
}

function lineOf(source: string, at: number): number {
  let line = 1;
  for (let end = source.indexOf('\n'); end >= 0 && end < at; end = source.indexOf('\n', end + 1)) line += 1;
  return line;
}

function tell({ flaws }: Check, kind: FlawKind, at: number, says: string): void {
  if (!flaws.has(kind)) flaws.set(kind, { at, says });
}

/** Characters that XML 1.0 allows (section 2.2). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}

/** What is wrong with the reference that begins at `at`; null when nothing is. */
function wrongReference({ source, hasDoctype }: Check, at: number): string | null {
  REFERENCE.lastIndex = at;
  const [whole = '&', hex, decimal, name] = REFERENCE.exec(source) ?? [];
  if (name !== undefined) return hasDoctype || XML_ENTITIES.has(name) ? null : `${shown(whole)} is no entity of XML`;
  if (whole === '&') return 'a bare & that should be &amp;';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return isCharacter(code) ? null : `${shown(whole)} names no character of XML`;
}

function checkReferences(check: Check, start: number, end: number): void {
  if (check.flaws.has('reference')) return;
  const text = check.source.slice(start, end);
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const wrong = wrongReference(check, start + at);
    if (wrong !== null) tell(check, 'reference', start + at, wrong);
    if (wrong !== null) return;
  }
}

/** Text, or a tag behind the angle that opens it. */
function checkCharacters(check: Check, start: number, end: number): void {
  checkReferences(check, start, end);
  const at = check.source.slice(start, end).indexOf('<');
  if (at >= 0) tell(check, 'angle', start + at, 'a bare < that should be &lt;');
}

function prefixOf(name: string): string | null {
  const colon = name.indexOf(':');
  return colon <= 0 ? null : name.slice(0, colon);
}

function checkPrefixes(check: Check, tag: OpenTag, attributes: readonly string[]): void {
  for (const name of [tag.name, ...attributes]) {
    const prefix = prefixOf(name);
    if (prefix === null || RESERVED.has(prefix) || (check.bound.get(prefix) ?? 0) > 0) continue;
    tell(check, 'prefix', tag.start, `the prefix of ${shown(name)} is declared nowhere around it`);
  }
}

function bind({ bound }: Check, prefixes: readonly string[], by: 1 | -1): void {
  for (const prefix of prefixes) bound.set(prefix, (bound.get(prefix) ?? 0) + by);
}

function openElement(check: Check, tag: OpenTag): void {
  const attributes = tag.attributes.includes(':') ? [...attributesOf(tag).keys()] : [];
  const declared = attributes.filter((name) => name.startsWith('xmlns:')).map((name) => name.slice('xmlns:'.length));
  checkCharacters(check, tag.start + 1, tag.end);
  bind(check, declared, 1);
  checkPrefixes(check, tag, attributes);
  if (tag.empty) bind(check, declared, -1);
  else check.open.push({ name: tag.name, at: tag.start, declared });
}

/** Once tags are out of balance, nobody knows what is open: what was declared stays declared. */
function closeElement(check: Check, tag: CloseTag): void {
  if (check.flaws.has('tag')) return;
  const last = check.open.pop();
  if (last?.name === tag.name) bind(check, last.declared, -1);
  else tell(check, 'tag', tag.start, `</${shown(tag.name)}> ${misplaced(check, last)}`);
}

function misplaced({ source }: Check, last: OpenElement | undefined): string {
  if (last === undefined) return 'closes nothing';
  return `comes before the end of <${shown(last.name)}> of line ${lineOf(source, last.at)}`;
}

function take(check: Check, token: Token): void {
  if (token.kind === 'open') openElement(check, token);
  else if (token.kind === 'close') closeElement(check, token);
  else if (token.kind === 'text') checkCharacters(check, token.start, token.end);
  else if (token.kind === 'cut') tell(check, 'tag', token.start, 'what begins here never ends');
  else if (token.kind === 'aside' && check.source.startsWith('<!DOCTYPE', token.start)) check.hasDoctype = true;
}

/** What keeps `source` from being well-formed, each flaw with its line, one clause each; null when nothing does. */
export function illFormed(source: string): string | null {
  const check: Check = { source, flaws: new Map(), open: [], bound: new Map(), hasDoctype: false };
  for (const token of tokens(source)) take(check, token);
  const left = check.open.at(-1);
  if (left !== undefined) tell(check, 'tag', left.at, `<${shown(left.name)}> is never closed`);
  const flaws = [...check.flaws.values()].sort((a, b) => a.at - b.at);
  if (flaws.length === 0) return null;
  return flaws.map(({ at, says }) => `line ${lineOf(source, at)}: ${says}`).join('; ');
}
