/**
 * Discord's inline markdown to HTML: at each character the first rule that fits is taken, everything else is text.
 * What is built here is shown beside real cards, so it is as careful as Discord: an escaped sign is text, an address
 * that is no web page is text, an unclosed mark is text.
 */
import { type Html, html, joined, outwardLink } from '../../../cards/html.ts';
import { instantOfSeconds, TIME_STYLES, timeElement } from '../time.ts';

interface Rule {
  /** Sticky: tried at one place only. */
  readonly pattern: RegExp;
  /** `groups` are the pattern's; null leaves the text as it stands. */
  draw(groups: readonly string[], inside: Inside): Html | null;
}

/** Draws text inside a mark; links hold no further links. */
type Inside = (text: string, rules?: readonly Rule[]) => Html;

const ESCAPE: Rule = {
  pattern: /\\([^A-Za-z0-9\s])/uy,
  draw: ([sign = '']) => html`${sign}`,
};

/** Closed by as many backticks as opened it. Only a whole run opens, which also keeps long runs cheap. */
const CODE: Rule = {
  pattern: /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y,
  draw: ([, code = '']) => html`<code>${code}</code>`,
};

const TIMESTAMP: Rule = {
  pattern: /<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y,
  draw: ([seconds = '', letter = 'f']) => {
    const instant = instantOfSeconds(Number(seconds));
    const style = TIME_STYLES.find((known) => known === letter) ?? 'f';
    return instant === null ? null : timeElement(instant, style);
  },
};

const ROLE: Rule = {
  pattern: /<@&(\d{1,20})>/y,
  draw: ([role = '']) => html`<span class="mention" title="Role ${role}">@role</span>`,
};

const MASKED_LINK: Rule = {
  pattern: /\[((?:\\.|\[[^[\]]*\]|[^[\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/iuy,
  draw: ([label = '', address = ''], inside) => outwardLink(address, inside(label, WITHOUT_LINKS)),
};

const BRACKETED_ADDRESS: Rule = {
  pattern: /<(https?:\/\/[^\s<>]+)>/iy,
  draw: ([address = '']) => outwardLink(address, html`${address}`),
};

const BARE_ADDRESS: Rule = {
  pattern: /(https?:\/\/[^\s<]+[^\s<.,:;"'\])])/iy,
  draw: ([address = '']) => outwardLink(address, html`${address}`),
};

/** A mark around text: no escaped sign and no end of text may close it. */
function mark(pattern: RegExp, draw: (content: Html) => Html): Rule {
  return { pattern, draw: ([text = ''], inside) => draw(inside(text)) };
}

const BOLD = mark(/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, (content) => html`<strong>${content}</strong>`);
const UNDERLINE = mark(/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, (content) => html`<u>${content}</u>`);
const STRUCK = mark(/~~((?:\\[\s\S]|[^\\])+?)~~/y, (content) => html`<s>${content}</s>`);
const ITALIC = mark(/\*(?!\s)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/y, (content) => html`<em>${content}</em>`);
/** Between letters an underscore is part of a name. */
const ITALIC_UNDERSCORE = mark(/(?<!\w)_((?:__|\\[\s\S]|[^_\\])+?)_(?!\w)/y, (content) => html`<em>${content}</em>`);

const LINKS: readonly Rule[] = [MASKED_LINK, BRACKETED_ADDRESS, BARE_ADDRESS];

/** The order is the meaning: `**` is tried before `*`, an escape before everything. */
const RULES: readonly Rule[] = [
  ESCAPE,
  CODE,
  TIMESTAMP,
  ROLE,
  ...LINKS,
  BOLD,
  UNDERLINE,
  STRUCK,
  ITALIC,
  ITALIC_UNDERSCORE,
];

const WITHOUT_LINKS: readonly Rule[] = RULES.filter((rule) => !LINKS.includes(rule));

interface Token {
  readonly drawn: Html;
  readonly end: number;
}

function tokenAt(text: string, start: number, rules: readonly Rule[]): Token | null {
  const inside: Inside = (content, narrower = rules) => drawInline(content, narrower);
  for (const { pattern, draw } of rules) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    const drawn = found && draw(found.slice(1), inside);
    if (found && drawn) return { drawn, end: start + found[0].length };
  }
  return null;
}

/** One run of text to HTML; line ends become `<br>`. */
export function drawInline(text: string, rules: readonly Rule[] = RULES): Html {
  const pieces: Html[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, rules);
    if (token) {
      pieces.push(drawPlain(text.slice(plainFrom, at)), token.drawn);
      plainFrom = token.end;
    }
    at = token ? token.end : at + 1;
  }
  return joined([...pieces, drawPlain(text.slice(plainFrom))]);
}

function drawPlain(text: string): Html {
  return joined(text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`)));
}
