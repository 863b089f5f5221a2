import { describe, expect, it } from 'vitest';
import { commandComplaints } from './commandRules.ts';
import { CONTAINER, messageComplaints, TYPES, V2 } from './rules.ts';

const text = (content: string) => ({ type: TYPES.text, content });
const card = (...components: object[]) => ({ flags: V2, components: [{ type: CONTAINER, components }] });
const row = (...components: object[]) => ({ type: TYPES.row, components });
const link = (change: object = {}) => ({
  type: TYPES.button,
  style: 5,
  label: 'Read',
  url: 'https://a.test/',
  ...change,
});
const withPicture = (change: object = {}) => ({
  ...card({ type: TYPES.gallery, items: [{ media: { url: 'attachment://a.png' }, description: 'A line', ...change }] }),
  attachments: [{ id: '0', filename: 'a.png', description: 'A line' }],
  files: [{ id: 0, filename: 'a.png', type: 'image/png', bytes: new Uint8Array([1]) }],
});
const many = (count: number, one: object) => Array.from({ length: count }, () => one);

describe('the rules of names', () => {
  const list = (uk: string) => ({ type: 1, name: 'list', description: 'It', name_localizations: { uk } });

  it('allow no two parts of one name in a language', () => {
    const command = (...options: object[]) => [{ name: 'story', description: 'It', options }];
    expect(commandComplaints(command(list('список')))).toEqual([]);
    const twins = command(list('список'), { ...list('список'), name: 'other' });
    expect(commandComplaints(twins)).toEqual(['/story has two parts of one name in a language']);
  });
});

describe('the rules of messages', () => {
  it.each([
    ['plain text', { content: 'hello' }],
    ['a card', { ...card(text('hello'), { type: TYPES.divider }, row(link())), allowed_mentions: { parse: [] } }],
    ['text of exactly 4000', card(text('x'.repeat(4_000)))],
    ['a picture with its file', withPicture()],
    ['a nonce of exactly 25', { content: 'hello', nonce: 'n'.repeat(25), enforce_nonce: true }],
  ])('allow %s', (_what, body) => {
    expect(messageComplaints(body)).toEqual([]);
  });

  it.each([
    ['content of 2001', { content: 'x'.repeat(2_001) }, /longer than 2000/],
    ['an empty message', {}, /empty/],
    ['content beside a card', { ...card(text('hello')), content: 'hello' }, /beside Components V2/],
    ['a card without its flag', { ...card(text('hello')), flags: 0, content: 'hello' }, /without the flag/],
    ['41 components', card(...many(40, text('x'))), /more than 40/],
    ['text of 4001', card(text('x'.repeat(2_000)), text('x'.repeat(2_001))), /more than 4000/],
    ['empty text', card(text('')), /has no text/],
    ['one id twice', card({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }), /used twice/],
    ['an id beyond 31 bits', card({ ...text('a'), id: 2 ** 31 }), /out of range/],
    ['a nonce of 26', { content: 'hello', nonce: 'n'.repeat(26) }, /longer than 25/],
    ['enforce_nonce alone', { content: 'hello', enforce_nonce: true }, /without a nonce/],
    ['six buttons in a row', card(row(...many(6, link()))), /has 6 children/],
    ['an empty row', card(row()), /has 0 children/],
    ['a label of 81', card(row(link({ label: 'x'.repeat(81) }))), /label/],
    ['a link to no web page', card(row(link({ url: 'javascript:alert(1)' }))), /web address/],
    ['a link of 513', card(row(link({ url: `https://a.test/${'x'.repeat(498)}` }))), /web address/],
    ['a link with a custom_id', card(row(link({ custom_id: 'x' }))), /custom_id/],
    ['a button without one', card(row({ type: TYPES.button, style: 1, label: 'Go' })), /custom_id/],
    ['a card in a card', card({ type: CONTAINER, components: [text('x')] }), /may not contain/],
    ['a mention list of words', { content: 'x', allowed_mentions: { parse: [], roles: ['all'] } }, /allowed_mentions/],
    [
      'mentions parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
      /also lists/,
    ],
    ['a gallery of nothing', card({ type: TYPES.gallery, items: [] }), /1 to 10 items/],
    ['a description of 1025', withPicture({ description: 'x'.repeat(1_025) }), /description of not/],
    ['a picture without its file', { ...withPicture(), files: [] }, /without its file/],
    ['a picture of another name', withPicture({ media: { url: 'attachment://b.png' } }), /was not sent/],
    ['a picture that is not shown', { ...withPicture(), ...card(text('hello')) }, /no component shows/],
    ['a misspelt field', { content: 'x', allowedMentions: {} }, /allowedMentions/],
  ])('forbid %s', (_what, body, complaint) => {
    expect(messageComplaints(body).join('\n')).toMatch(complaint);
  });
});

describe('the rules of commands', () => {
  const option = { type: 3, name: 'title', description: 'A title' };
  const list = { type: 1, name: 'list', description: 'Show them' };
  const command = { name: 'deadline', description: 'Deadlines', options: [list] };

  it('allow a plain command', () => {
    expect(commandComplaints([command])).toEqual([]);
  });

  it.each([
    ['capitals', [{ ...command, name: 'Deadline' }], /lower case/],
    ['a name with a space', [{ ...command, name: 'dead line' }], /name/],
    ['no description', [{ ...command, description: '' }], /description/],
    ['one name twice', [command, command], /two commands/],
    ['101 commands', many(101, command), /100/],
    [
      'an option required after a free one',
      [{ ...command, options: [{ ...list, options: [option, { ...option, name: 'other', required: true }] }] }],
      /requires an option/,
    ],
  ])('forbid %s', (_what, body, complaint) => {
    expect(commandComplaints(body).join('\n')).toMatch(complaint);
  });
});
