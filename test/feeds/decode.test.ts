import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/feeds/decode.ts';
import { runs } from '../fakes/runs.ts';

const CYRILLIC = 'Крайний срок: 8 августа';
const UKRAINIAN = "Київ: строк до п'ятниці";
const WESTERN = 'Café until “Friday” – €203.5m ‘agreed’';
const ACCENTED = 'Accord à Genève, délai prolongé';
const CHINESE = '制裁期限';
const JAPANESE = '制裁の期限';

/** Characters to bytes of a legacy encoding, by asking the platform what every one and two bytes mean in it. */
function encoder(label: string): (text: string) => Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(label);
  const learn = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return (text) => Uint8Array.from([...text].flatMap((character) => bytesOf(character, table, label)));
}

function bytesOf(character: string, table: ReadonlyMap<string, number[]>, label: string): number[] {
  const bytes = table.get(character);
  if (bytes === undefined) throw new Error(`${label} has no ${character}`);
  return bytes;
}

const QUOTES: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => QUOTES[character] ?? character.charCodeAt(0)));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const marked = (mark: number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);

/** A document with `text` for its title that declares `encoding`, or nothing. */
function feed(text: string, encoding: string | null): string {
  const declared = encoding === null ? '' : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declared}?><rss version="2.0"><channel><title>${text}</title></channel></rss>`;
}

type Case = readonly [sentence: string, bytes: Uint8Array, httpCharset: string | null, text: string, encoding: string];

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const encode = {
  'windows-1251': encoder('windows-1251'),
  'koi8-r': encoder('koi8-r'),
  'koi8-u': encoder('koi8-u'),
  'iso-8859-5': encoder('iso-8859-5'),
  gbk: encoder('gbk'),
  shift_jis: encoder('shift_jis'),
} as const;

const CASES: readonly Case[] = [
  ['utf-8, declared', utf8(feed(CYRILLIC, 'utf-8')), 'utf-8', CYRILLIC, 'utf-8'],
  ['utf-8 with a byte order mark', marked(UTF8_MARK, utf8(feed(CYRILLIC, 'utf-8'))), 'utf-8', CYRILLIC, 'utf-8'],
  ['utf-8 without any declaration', utf8(feed(CYRILLIC, null)), null, CYRILLIC, 'utf-8'],
  ['utf-8 that the header calls iso-8859-1', utf8(feed(WESTERN, 'utf-8')), 'iso-8859-1', WESTERN, 'utf-8'],
  ['utf-8 that declares windows-1251', utf8(feed(CYRILLIC, 'windows-1251')), null, CYRILLIC, 'utf-8'],
  ['windows-1251, declared', encode['windows-1251'](feed(CYRILLIC, 'windows-1251')), null, CYRILLIC, 'windows-1251'],
  ['windows-1251 by header', encode['windows-1251'](feed(CYRILLIC, null)), 'windows-1251', CYRILLIC, 'windows-1251'],
  [
    'windows-1251 by both',
    encode['windows-1251'](feed(CYRILLIC, 'windows-1251')),
    'windows-1251',
    CYRILLIC,
    'windows-1251',
  ],
  [
    'windows-1251 that the header calls utf-8',
    encode['windows-1251'](feed(CYRILLIC, 'windows-1251')),
    'utf-8',
    CYRILLIC,
    'windows-1251',
  ],
  ['windows-1251 called cp1251', encode['windows-1251'](feed(CYRILLIC, 'cp1251')), null, CYRILLIC, 'windows-1251'],
  ['windows-1251 in capitals', encode['windows-1251'](feed(CYRILLIC, 'WINDOWS-1251')), null, CYRILLIC, 'windows-1251'],
  ['koi8-r, declared', encode['koi8-r'](feed(CYRILLIC, 'koi8-r')), null, CYRILLIC, 'koi8-r'],
  ['koi8-r by header', encode['koi8-r'](feed(CYRILLIC, null)), 'koi8-r', CYRILLIC, 'koi8-r'],
  ['koi8-u, declared', encode['koi8-u'](feed(UKRAINIAN, 'koi8-u')), null, UKRAINIAN, 'koi8-u'],
  ['iso-8859-5, declared', encode['iso-8859-5'](feed(CYRILLIC, 'iso-8859-5')), null, CYRILLIC, 'iso-8859-5'],
  ['iso-8859-5 by header', encode['iso-8859-5'](feed(CYRILLIC, null)), 'iso-8859-5', CYRILLIC, 'iso-8859-5'],
  ['iso-8859-1, declared', windows1252(feed(ACCENTED, 'iso-8859-1')), null, ACCENTED, 'windows-1252'],
  ['quotes of windows-1252, declared', windows1252(feed(WESTERN, 'windows-1252')), null, WESTERN, 'windows-1252'],
  ['quotes of windows-1252 called iso-8859-1', windows1252(feed(WESTERN, 'iso-8859-1')), null, WESTERN, 'windows-1252'],
  ['quotes of windows-1252 by header', windows1252(feed(WESTERN, null)), 'windows-1252', WESTERN, 'windows-1252'],
  ['western bytes without any declaration', windows1252(feed(WESTERN, null)), null, WESTERN, 'windows-1252'],
  ['western bytes of an unknown encoding', windows1252(feed(WESTERN, 'x-nobody')), 'nonsense', WESTERN, 'windows-1252'],
  ['utf-16le with a mark', marked([0xff, 0xfe], utf16le(feed(CYRILLIC, 'utf-16'))), null, CYRILLIC, 'utf-16le'],
  ['utf-16be with a mark', marked([0xfe, 0xff], utf16be(feed(CYRILLIC, 'utf-16'))), null, CYRILLIC, 'utf-16be'],
  ['utf-16le without a mark', utf16le(feed(CYRILLIC, 'utf-16')), null, CYRILLIC, 'utf-16le'],
  ['utf-16be without a mark', utf16be(feed(CYRILLIC, 'utf-16')), null, CYRILLIC, 'utf-16be'],
  ['utf-16le that the header calls utf-8', utf16le(feed(CYRILLIC, 'utf-16')), 'utf-8', CYRILLIC, 'utf-16le'],
  ['gb2312, declared', encode.gbk(feed(CHINESE, 'gb2312')), null, CHINESE, 'gbk'],
  ['shift_jis, declared', encode.shift_jis(feed(JAPANESE, 'shift_jis')), null, JAPANESE, 'shift_jis'],
];

describe('Of the 29 ways encodings are declared', () => {
  it.each(CASES)('%s is read', (_sentence, bytes, httpCharset, text, encoding) => {
    const decoded = decode(bytes, httpCharset);
    expect(decoded.text).toContain(`<title>${text}</title>`);
    expect(decoded.encoding).toBe(encoding);
  });

  it('there are 29', () => {
    expect(CASES).toHaveLength(29);
  });
});

describe('Broken bytes', () => {
  it('of a body that declares utf-8 harm their own characters and no others', () => {
    const bytes = Buffer.concat([
      utf8('<?xml version="1.0" encoding="utf-8"?><t>Київ '),
      Buffer.from([0xff]),
      utf8(' срок'),
    ]);
    expect(decode(bytes, null)).toEqual({
      encoding: 'utf-8',
      text: '<?xml version="1.0" encoding="utf-8"?><t>Київ \uFFFD срок',
    });
  });

  it('at the very end of a body that was cut off do not change its encoding', () => {
    const whole = utf8('<title>Київ');
    expect(decode(whole.subarray(0, whole.length - 1), null)).toEqual({ encoding: 'utf-8', text: '<title>Киї\uFFFD' });
  });

  it.each([
    ['controls of windows-1252 become the quotes they were meant as', '\u0093so\u0094', '“so”'],
    ['controls that mean nothing are dropped', 'a\u0000b\u0008c\u001Fd\uFFFFe', 'abcde'],
    ['line ends and tabs stay', 'a\tb\r\nc', 'a\tb\r\nc'],
  ])('%s', (_sentence, text, expected) => {
    expect(decode(utf8(text), null).text).toBe(expected);
  });

  it('never make it fail', () => {
    const charsets = fc.constantFrom(null, 'utf-8', 'windows-1251', 'utf-16', 'iso-2022-jp', 'no such');
    fc.assert(
      fc.property(fc.uint8Array(), charsets, (bytes, charset) => typeof decode(bytes, charset).text === 'string'),
      runs(),
    );
  });
});

it('Utf-32 is read with and without a mark', () => {
  const bytes = Buffer.concat([...'<t>Київ'].map((character) => uint32le(character.codePointAt(0) ?? 0)));
  expect(decode(bytes, null)).toEqual({ encoding: 'utf-32le', text: '<t>Київ' });
  expect(decode(marked([0xff, 0xfe, 0, 0], bytes), null)).toEqual({ encoding: 'utf-32le', text: '<t>Київ' });
});

function uint32le(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
