/**
 * The line from its real parts, in this process: the demo's outlets over HTTP, SQLite and a channel in a folder, the
 * configuration as shipped, and a clock that plays a span of the summer of 2025 as fast as it can.
 */
import { join } from 'node:path';
import { openPreview } from '../../../src/chat/preview/preview.ts';
import { startModerator } from '../../../src/cli/demo/moderator.ts';
import { startDemoServer } from '../../../src/cli/demo/server.ts';
import { type DemoWorld, demoFeeds } from '../../../src/cli/demo/world.ts';
import { simulatedClock } from '../../../src/clock.ts';
import { loadConfig } from '../../../src/config.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Log } from '../../../src/domain/ports.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { createFeeds } from '../../../src/feeds/feeds.ts';
import { checkQuery, openRules, openStore, PREVIEW_PLACE, seedStore, vocabularyIn } from '../../../src/main.ts';
import { LOOPS, startLine } from '../../../src/run/line.ts';

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
  readonly everyMinutes: number;
}

/** A line of the log with everything it carries. */
export interface Noted {
  readonly at: Instant;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

interface NoteBook extends Log {
  readonly noted: readonly Noted[];
}

function noteBook(now: () => Instant): NoteBook {
  const noted: Noted[] = [];
  const write = (level: Noted['level']) => (fields: object, message: string) => {
    noted.push({ at: now(), level, text: `${message} ${JSON.stringify(fields)}` });
  };
  return { noted, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Plays the span and closes everything; what is left is the log, and the files in `folder`. */
export async function playLine(folder: string, world: DemoWorld, span: Span): Promise<readonly Noted[]> {
  const config = loadConfig({ env: {}, checkQuery });
  const { catalogue, polling } = config;
  const ended = new AbortController();
  const clock = simulatedClock({
    start: span.from,
    end: span.until,
    workers: LOOPS + 1,
    pace: async () => undefined,
    onEnd: () => ended.abort(),
  });
  const log = noteBook(clock.now);
  const server = await startDemoServer(world, clock.now);
  const feed = { guild: null, everyMinutes: span.everyMinutes, enabled: true };
  const feeds = demoFeeds(world).map(({ id, outlet }) => ({ id, outlet, url: server.url(id), ...feed }));
  const store = openStore(join(folder, 'demo.db'), clock, log, {});
  await seedStore(
    store,
    { ...catalogue, feeds },
    config,
    { ...PREVIEW_PLACE, moderators: id('moderators') },
    span.from,
  );
  const page = { host: '127.0.0.1', port: 0, file: join(folder, 'preview.jsonl'), title: 'The whole line' };
  const preview = await openPreview({ ...page, clock, log });
  const reader = createFeeds({
    ...{
      userAgent: 'DeadlineDesk/test',
      timeoutMs: 20_000,
      maxBytes: 5_000_000,
      perHost: 8,
      allowedHosts: ['127.0.0.1'],
      log,
    },
  });
  const rules = openRules(catalogue.storylines, vocabularyIn(config));
  const { concurrency } = polling;
  const rest = { concurrency, perHost: concurrency, trapAt: () => null, onUnauthorised: () => undefined };
  const line = startLine({ store, feeds: reader, chat: preview.chat, clock, log, rules: () => rules, ...rest });
  const { guild } = PREVIEW_PLACE;
  const moderator = startModerator({ store, guild, line, clock, log, signal: ended.signal });
  await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
  await moderator.ended;
  await line.stop();
  for (const part of [reader, server, preview, store]) await part.close();
  return log.noted;
}
