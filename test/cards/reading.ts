/** Reading cards as Discord would: all text of a card, what is left of markdown in it, and hostile text to try. */

import { type APIMessageComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { actOf } from '../../src/chat/customId.ts';
import { messageBody } from '../../src/chat/payload.ts';
import type { Card, CardButton } from '../../src/domain/card.ts';
import { id } from '../../src/domain/ids.ts';

function buttonsIn(card: Card): readonly CardButton[] {
  return card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

/** The blocks of a card as lines: text as it is, `---` for a divider, `[label] url` for buttons that open a page. */
export function linesOf(card: Card): readonly string[] {
  return card.blocks.flatMap((block) => {
    if (block.kind === 'text') return block.markdown.split('\n');
    if (block.kind === 'divider') return ['---'];
    return block.buttons.flatMap((button) => (button.kind === 'link' ? [`[${button.label}] ${button.url}`] : []));
  });
}

/** The buttons that use a command: `[Edit the date] /deadline confirm proposal:1a2b3c date?`. */
export function actsOf(card: Card): readonly string[] {
  return buttonsIn(card).flatMap((button) => {
    if (button.kind === 'link') return [];
    const { command, subcommand, options, asks } = button.act;
    const filled = Object.entries(options).map(([name, value]) => `${name}:${value}`);
    const words = [`/${command}`, subcommand, ...filled, ...(asks === null ? [] : [`${asks}?`])];
    return [`[${button.label}] ${words.join(' ')}`];
  });
}

export function textOf(card: Card): string {
  return card.blocks.flatMap((block) => (block.kind === 'text' ? [block.markdown] : [])).join('\n');
}

/** Text with `x` for what is escaped, and without the links and timestamps that only we can build. */
export function withoutOurs(markdown: string): string {
  return markdown
    .replace(/\\[^0-9A-Za-z\s]/g, 'x')
    .replace(/\[([^[\]\n]*)\]\(https?:\/\/[^\s()<>[\]\\|`"']+\)/g, '$1')
    .replace(/<t:\d+:[tfFDR]>/g, '');
}

/** Every construct of Discord's markdown that a text opens, in order. */
export function constructsIn(markdown: string): readonly string[] {
  return (
    withoutOurs(markdown).match(/^(?:#+ |-# |> |[-+*] |\d+\. )|[*_~`|<>[\]\\]|@(?:everyone|here)|:\w+:|:\/\//gm) ?? []
  );
}

interface Measured {
  readonly components: number;
  readonly characters: number;
  readonly broken: readonly string[];
}

function everyComponent(components: readonly APIMessageComponent[]): readonly APIMessageComponent[] {
  return components.flatMap((each) => [each, ...('components' in each ? everyComponent(each.components) : [])]);
}

function readableText(component: APIMessageComponent): string {
  if (component.type === ComponentType.TextDisplay) return component.content;
  return component.type === ComponentType.Button && 'label' in component ? (component.label ?? '') : '';
}

function troubleWith(component: APIMessageComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return component.content.trim() === '' ? ['an empty text'] : [];
  if (component.type === ComponentType.ActionRow) {
    return component.components.length > 5 ? [`a row of ${component.components.length}`] : [];
  }
  if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium) return [];
  const { label = '' } = component;
  return [
    ...(label.length < 1 || label.length > 80 ? [`a label of ${label.length}`] : []),
    ...(component.style === ButtonStyle.Link ? troubleWithUrl(component.url) : troubleWithId(component.custom_id)),
  ];
}

function troubleWithUrl(url: string): readonly string[] {
  return url.length > 512 || !/^https?:\/\//.test(url) ? [`a bad url: ${url}`] : [];
}

function troubleWithId(own: string): readonly string[] {
  return own.length > 100 || actOf(own) === null ? [`a bad custom id: ${own}`] : [];
}

/** A card as the chat sends it, with a marker and a role, against Discord's limits. */
export function measured(card: Card): Measured {
  const all = everyComponent(messageBody(card, 2_147_483_647, id('1234567890123456789')).components);
  const text = all.map(readableText);
  return {
    components: all.length,
    characters: text.join('').length,
    broken: all.flatMap(troubleWith),
  };
}

const HOSTILE = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ban:123456789012345678>',
  '<t:1756267260:R>',
  '<a:party:123456789012345678>',
  ':skull:',
  '[free money](https://evil.example)',
  '](https://evil.example)',
  '[',
  '\\',
  '\\[x\\](https://evil.example)',
  'https://evil.example/a_b_c',
  '**bold**',
  '__under__',
  '*',
  '~~gone~~',
  '||spoiler||',
  '`code`',
  '```js\ncode\n```',
  '\n# heading',
  '# heading',
  '-# small',
  '- item',
  '1. item',
  '\n> quote',
  '>>> quote',
  '\u202Eoverride\u202C',
  '\u2066isolate',
  '\u0000\u0007\u001B[31m',
  '\u200B\u200D',
  `z${'\u0301\u0327\u0334'.repeat(30)}`,
  '👩‍👩‍👧‍👦',
  '🇺🇦',
  'مهلة نهائية',
  'מועד אחרון',
  '最終期限',
  'Zelenskyy: talks "must go on"',
  '\uD83D',
];

/** Arbitrary text made of ordinary, odd and hostile pieces, up to several thousand characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 12 })
    .map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.tuple(fc.constantFrom(...HOSTILE, 'a', '*', '\\'), fc.nat(2_000)).map(([piece, times]) => piece.repeat(times)),
);

/** URLs good and bad, among them ones that try to end a masked link. */
export const anyUrl: fc.Arbitrary<string | null> = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  anyText.map((text) => `https://example.org/${text}`),
  anyText.map((text) => `https://example.org/a?b=${text})`),
  fc.constantFrom('javascript:alert(1)', 'https://user:pass@example.org/', 'ftp://example.org/', 'not a url', ''),
);
