/**
 * What `desk run` needs, made on loopback: the shipped configuration with one feed of a `FeedServer`, and a database
 * that can be looked into. `makeDue` lets the next start poll at once, as if the interval had passed.
 */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, vi } from 'vitest';
import type { Variables } from './deskCommand.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const SHIPPED = fileURLToPath(new URL('../../config', import.meta.url));

export interface LiveDesk {
  readonly env: Variables;
  readonly database: string;
  /** Resolves once the feed was read and its state is in the database. */
  polled(): Promise<void>;
  makeDue(): void;
  /** The whole table, to compare with. */
  rows(table: string): readonly unknown[];
}

/** To be called within a test. Its feed's outlet is the BBC. */
export function liveDesk(feedUrl: string, more: Variables = {}): LiveDesk {
  const folder = temporaryFolder();
  cpSync(SHIPPED, folder.at('config'), { recursive: true });
  folder.write('config/feeds.json', JSON.stringify({ feeds: [{ id: 'loopback', outlet: 'bbc', url: feedUrl }] }));
  const database = folder.at('data/desk.db');
  const within = <Answer>(ask: (open: Database.Database) => Answer): Answer => {
    const open = new Database(database, { fileMustExist: true });
    try {
      return ask(open);
    } finally {
      open.close();
    }
  };
  const waits = () => within((open) => open.prepare('SELECT next_poll_at > last_poll_at FROM feed').pluck().get());
  return {
    env: {
      DESK_CONFIG: folder.at('config'),
      DESK_DATA: folder.at('data'),
      DESK_ALLOWED_HOSTS: '127.0.0.1',
      DESK_PREVIEW_PORT: '0',
      DESK_HEALTH_PORT: '0',
      DESK_PAGE_PORT: '0',
      ...more,
    },
    database,
    polled: () => vi.waitFor(() => expect(waits()).toBe(1), { interval: 10, timeout: 10_000 }),
    makeDue: () =>
      void within((open) => open.prepare("UPDATE feed SET next_poll_at = '2000-01-01T00:00:00.000Z'").run()),
    rows: (table) => within((open) => open.prepare(`SELECT * FROM ${table}`).all()),
  };
}

/** A feed document with an item for each title; undated, so that it is as new as the day the test runs. */
export function rss(...titles: readonly string[]): string {
  const items = titles.map((title) => {
    const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return `<item><title>${title}</title><link>https://www.bbc.com/news/articles/${slug}</link></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Loopback</title>${items.join('\n')}</channel></rss>`;
}
