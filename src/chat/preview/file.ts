/** The file behind the channels: one JSON line per event, on the disk before anyone is told it happened. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../domain/refusal.ts';
import { type ChannelEvent, parseEvent } from './event.ts';

/** Where events are kept. `append` returns once the event survives a kill; when it throws, nothing was kept. */
export interface EventFile {
  /** What an earlier run left, in order. */
  readonly earlier: readonly ChannelEvent[];
  append(event: ChannelEvent): void;
  close(): void;
}

/** For a preview that ends with its process. */
export const NO_FILE: EventFile = { earlier: [], append: () => {}, close: () => {} };

const NEWLINE = 0x0a;

function readLine(file: string, line: string, number: number): ChannelEvent {
  try {
    return parseEvent(line);
  } catch (cause) {
    throw new Refusal(
      `${file}, line ${number}: not a message of the preview. Move the file away to start with empty channels.`,
      { cause },
    );
  }
}

/**
 * Opens or creates `file` and reads what is in it. A last line without its end was never acknowledged: it is cut off,
 * and its sender tries again. Throws `Refusal` when a whole line cannot be read.
 */
export function openEventFile(file: string): EventFile {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  let size = bytes.lastIndexOf(NEWLINE) + 1;
  const lines = bytes.subarray(0, size).toString('utf8').split('\n').slice(0, -1);
  const earlier = lines.map((line, index) => readLine(file, line, index + 1));
  const handle = openSync(file, 'a');
  if (size < bytes.length) ftruncateSync(handle, size);

  /** Two desks would number their messages alike, and edit each other's. */
  const refuseCompany = () => {
    if (fstatSync(handle).size === size) return;
    throw new Refusal(`${file}: another desk writes to it. Stop one of them, or give each a DESK_DATA of its own.`);
  };

  /** Without the cut, the next event would be glued to half a line. */
  const append = (event: ChannelEvent) => {
    refuseCompany();
    const line = Buffer.from(`${JSON.stringify(event)}\n`);
    try {
      appendFileSync(handle, line);
      fsyncSync(handle);
    } catch (error) {
      ftruncateSync(handle, size);
      throw error;
    }
    size += line.length;
  };
  return { earlier, append, close: () => closeSync(handle) };
}
