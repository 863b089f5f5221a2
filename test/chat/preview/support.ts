/** A small language for the preview's tests: a clock that is set, cards of one line, pages that listen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openPreview, type Preview, type PreviewOptions } from '../../../src/chat/preview/preview.ts';
import type { Card } from '../../../src/domain/card.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Showing, Subject } from '../../../src/domain/message.ts';
import type { Clock, Log, Outcome } from '../../../src/domain/ports.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { aDevelopment, aReport, at, toldOf } from '../../fakes/nouns.ts';

/** `clock.set('2025-08-08T04:00Z')`. */
export interface SetClock extends Clock {
  set(text: string): void;
}

export function clockAt(text: string): SetClock {
  let now: Instant = at(text);
  return {
    now: () => now,
    sleepUntil: async () => {},
    set: (later) => {
      now = at(later);
    },
  };
}

/** A log that remembers what it was told at `error`. */
export function listeningLog(): Log & { readonly errors: string[] } {
  const errors: string[] = [];
  return { errors, debug: () => {}, info: () => {}, warn: () => {}, error: (_fields, message) => errors.push(message) };
}

/** A folder that goes when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A subject that says `text`. */
function saying(text: string): Subject {
  return toldOf(aDevelopment({ reports: [aReport({ title: text })] }));
}

/** A card that says what its subject says. */
export function drawLine(subject: Subject): Card {
  const text = subject.kind === 'development' ? (subject.development.reports[0]?.title ?? '') : subject.kind;
  return { summary: `Summary of ${text}`, accent: 0x2563eb, blocks: [{ kind: 'text', markdown: text }] };
}

/** Message number `number` of the board, saying `text`. */
export function aShowing(number: number, text: string, change: Partial<Showing> = {}): Showing {
  return {
    key: id(`key-${number}`),
    channel: id('ceasefire'),
    rev: 1,
    posted: null,
    replyTo: null,
    nonce: `nonce-${number}`,
    marker: number,
    firstTriedAt: null,
    attempts: 1,
    shownDigest: null,
    role: null,
    quiet: null,
    audience: { language: null, hasRole: false },
    subject: saying(text),
    ...change,
  };
}

/** The id and the digest of an outcome that must be `done`. */
export function doneOf(outcome: Outcome): Outcome & { kind: 'done' } {
  if (outcome.kind !== 'done') throw new Error(`expected done, not ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A preview on a free loopback port, closed when the test is over. */
export async function aPreview(change: Partial<PreviewOptions> = {}): Promise<Preview> {
  const preview = await openPreview({
    host: '127.0.0.1',
    port: 0,
    file: null,
    clock: clockAt('2025-08-08T04:00Z'),
    log: listeningLog(),
    title: 'Deadline Desk',
    draw: drawLine,
    ...change,
  });
  onTestFinished(() => preview.close());
  return preview;
}

export interface ServerEvent {
  readonly name: string;
  readonly number: number | null;
  readonly data: string;
}

/** An open page: `await page.next('message')` is the next event of that name, whatever comes between. */
export interface Listener {
  next(name: string): Promise<ServerEvent>;
}

function readEvent(text: string): ServerEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? null;
  const number = field('id');
  return { name: field('event') ?? '', number: number === null ? null : Number(number), data: field('data') ?? '' };
}

/** Listens as a browser does; `headers` may carry what it saw last. */
export async function listen(url: string, headers: Record<string, string> = {}): Promise<Listener> {
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  const response = await fetch(url, { headers, signal: leave.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  const nextEvent = async (): Promise<ServerEvent> => {
    while (!unread.includes('\n\n')) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error('the stream ended');
      unread += value;
    }
    const end = unread.indexOf('\n\n');
    const event = readEvent(unread.slice(0, end));
    unread = unread.slice(end + 2);
    return event;
  };
  return {
    next: async (name) => {
      let event = await nextEvent();
      while (event.name !== name) event = await nextEvent();
      return event;
    },
  };
}
