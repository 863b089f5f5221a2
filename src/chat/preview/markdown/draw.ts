/** Discord's markdown to HTML, line by line: headings, subtext, quotes and lists; the rest of a line is inline. */
import { type Html, html, joined } from '../../../cards/html.ts';
import { drawInline } from './inline.ts';

interface Line {
  readonly kind: 'heading' | 'subtext' | 'quote' | 'bullet' | 'numbered' | 'text';
  readonly text: string;
  /** Of a heading 1 to 3; of a list item how far it is indented, in steps of two spaces; 0 elsewhere. */
  readonly level: number;
  /** As written before a numbered item; 0 elsewhere. */
  readonly number: number;
}

type Reader = (line: string) => Line | null;

function readHeading(line: string): Line | null {
  const [, signs = '', text] = /^(#{1,3})\s+(.+)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: 'heading', text, level: signs.length, number: 0 };
}

function readSubtext(line: string): Line | null {
  const [, text] = /^-#\s+(.+)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: 'subtext', text, level: 0, number: 0 };
}

function readQuote(line: string): Line | null {
  const [, text] = /^> (.*)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: 'quote', text, level: 0, number: 0 };
}

function readBullet(line: string): Line | null {
  const [, indent = '', text] = /^( *)[-*] +(.+)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: 'bullet', text, level: levelOf(indent), number: 0 };
}

function readNumbered(line: string): Line | null {
  const [, indent = '', digits = '', text] = /^( *)(\d{1,9})\. +(.+)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: 'numbered', text, level: levelOf(indent), number: Number(digits) };
}

/** Deeper than three steps looks like three. */
function levelOf(indent: string): number {
  return Math.min(Math.ceil(indent.length / 2), 3);
}

const READERS: readonly Reader[] = [readHeading, readSubtext, readQuote, readBullet, readNumbered];
/** Discord nests no quote in a quote. */
const READERS_IN_QUOTE = READERS.filter((reader) => reader !== readQuote);

function readLine(line: string, readers: readonly Reader[]): Line {
  for (const reader of readers) {
    const read = reader(line);
    if (read) return read;
  }
  return { kind: 'text', text: line, level: 0, number: 0 };
}

interface Run {
  readonly kind: Line['kind'];
  readonly lines: readonly Line[];
}

/** Neighbours of one kind: together they are one block. */
function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: { kind: Line['kind']; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = runs[runs.length - 1];
    if (last?.kind === line.kind) last.lines.push(line);
    else runs.push({ kind: line.kind, lines: [line] });
  }
  return runs;
}

/** Below the page's own headings, which end at the second level. */
function drawHeading({ level, text }: Line): Html {
  const content = drawInline(text);
  if (level === 1) return html`<h3 class="heading-1">${content}</h3>`;
  if (level === 2) return html`<h4 class="heading-2">${content}</h4>`;
  return html`<h5 class="heading-3">${content}</h5>`;
}

function drawBullet({ level, text }: Line): Html {
  return html`<li class="level-${level}">${drawInline(text)}</li>`;
}

function drawNumbered({ level, number, text }: Line): Html {
  return html`<li class="level-${level}" value="${number}">${drawInline(text)}</li>`;
}

const textOf = (run: readonly Line[]) => run.map((line) => line.text).join('\n');

const BLOCKS: Readonly<Record<Line['kind'], (run: readonly Line[]) => Html>> = {
  heading: (run) => joined(run.map(drawHeading)),
  subtext: (run) => html`<p class="subtext">${drawInline(textOf(run))}</p>`,
  quote: (run) => html`<blockquote>${drawLines(textOf(run), READERS_IN_QUOTE)}</blockquote>`,
  bullet: (run) => html`<ul>${run.map(drawBullet)}</ul>`,
  numbered: (run) => html`<ol>${run.map(drawNumbered)}</ol>`,
  text: (run) => html`<p>${drawInline(textOf(run))}</p>`,
};

function drawLines(markdown: string, readers: readonly Reader[]): Html {
  const runs = runsOf(markdown.split('\n').map((line) => readLine(line, readers)));
  return joined(runs.map(({ kind, lines }) => BLOCKS[kind](lines)));
}

/**
 * Text of a card to HTML, every character of it escaped. Knows what cards use: bold, italic, underline, strike-through,
 * code, headings, subtext, quotes, lists, links, timestamps and role mentions; the rest stays as typed.
 */
export function drawMarkdown(markdown: string): Html {
  return drawLines(markdown, READERS);
}
