/** Text to windows-1251: Node decodes it and does not encode it. */

/** Bytes 0x80 to 0xBF of https://encoding.spec.whatwg.org/index-windows-1251.txt; from 0xC0 on, А to я in order. */
const UPPER = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ' + 'ђ‘’“”•–—\u0098™љ›њќћџ' + '\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї' + '°±Ііґµ¶·ё№є»јЅѕї';

const FIRST_UPPER = 0x80;
const FIRST_LETTER = 0xc0;
const CAPITAL_A = 0x410;
const SMALL_YA = 0x44f;

function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_UPPER) return code;
  if (code >= CAPITAL_A && code <= SMALL_YA) return code - CAPITAL_A + FIRST_LETTER;
  const place = UPPER.indexOf(character);
  return place < 0 ? null : FIRST_UPPER + place;
}

function bytesOf(character: string): readonly number[] {
  const byte = byteOf(character);
  return byte === null ? [...Buffer.from(`&#${character.codePointAt(0)};`)] : [byte];
}

/** XML text in windows-1251; what the encoding lacks becomes a numeric character reference. */
export function encodeWindows1251(xml: string): Buffer {
  return Buffer.from([...xml].flatMap(bytesOf));
}
