/**
 * The fences of the house: a folder's name says what its code may touch. Closed by default: a room, a package or a
 * door that is not listed here does not exist.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  /** Below `src/`, such as `decide/news.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Room -> rooms it may import. A file that lies in `src/` itself is a room of its own name. */
const DOORS: Readonly<Record<string, readonly string[] | 'all'>> = {
  domain: [],
  decide: ['domain'],
  cards: ['domain'],
  feeds: ['domain'],
  store: ['domain'],
  config: ['domain'],
  'config.ts': ['config', 'domain'],
  'clock.ts': ['domain'],
  'log.ts': ['config.ts'],
  run: ['decide', 'domain'],
  commands: ['decide', 'cards', 'domain'],
  chat: ['cards', 'domain'],
  web: ['cards', 'domain'],
  cli: 'all',
  'main.ts': 'all',
};

/** Package or Node module -> rooms that may use it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@orama/stemmers': ['decide'],
  '@observablehq/plot': ['web'],
  '@resvg/resvg-js': ['web'],
  'better-sqlite3': ['store'],
  'chrono-node': ['decide'],
  commander: ['cli'],
  dayjs: ['decide', 'cards'],
  'dejavu-fonts-ttf': ['web'],
  'discord-api-types': ['chat'],
  'discord.js': ['chat'],
  entities: ['feeds'],
  'ical-generator': ['web'],
  i18next: ['cards'],
  linkedom: ['web'],
  'node-cron': ['clock.ts'],
  pino: ['log.ts'],
  'prom-client': ['web'],
  'rss-parser': ['feeds'],
  undici: ['feeds'],
  zod: ['cli', 'config', 'config.ts', 'chat', 'commands', 'feeds', 'store', 'web'],
  'node:async_hooks': ['cards'],
  'node:buffer': ['feeds', 'chat', 'cli'],
  'node:crypto': ['chat', 'cli', 'decide', 'feeds', 'store', 'web'],
  'node:dns': ['feeds'],
  'node:events': ['run'],
  'node:fs': ['chat', 'cli', 'config', 'config.ts', 'store'],
  'node:http': ['chat', 'cli', 'web'],
  'node:module': ['feeds', 'main.ts', 'web'],
  'node:net': ['config', 'feeds', 'cli'],
  'node:os': ['cli'],
  'node:path': ['chat', 'cli', 'config', 'config.ts', 'main.ts', 'store'],
  'node:readline': ['cli'],
  'node:stream': ['feeds', 'cli'],
  'node:timers': ['web'],
  'node:url': ['cli', 'config.ts', 'store'],
  'node:util': ['config', 'feeds', 'cli'],
  'node:worker_threads': ['cli', 'feeds', 'store'],
  'node:zlib': ['feeds', 'cli'],
};

/** What only some rooms may say, whatever they import. */
const WORDS: readonly { readonly what: string; readonly pattern: RegExp; readonly rooms: readonly string[] }[] = [
  { what: 'reads the environment', pattern: /\bprocess\s*(?:\.\s*env|\[\s*['"]env)/, rooms: ['config.ts'] },
  {
    what: 'reads the clock on the wall',
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b|\bdayjs(?:\.utc)?\(\s*\)/,
    rooms: ['clock.ts'],
  },
  { what: 'rolls dice', pattern: /\bMath\.random\b/, rooms: [] },
  {
    what: 'speaks SQL',
    pattern: /\b(?:INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA \w|SELECT [\w*(][^;]* FROM [a-z]|UPDATE \w+ SET\b)/,
    rooms: ['store'],
  },
  { what: 'talks to the console', pattern: /\bconsole\.\w+\(/, rooms: [] },
  {
    what: 'escapes from the types',
    pattern: /@ts-(?:ignore|expect-error|nocheck)|\bas any\b|:\s*any\b(?=\s*[;,)=\]|&{])|biome-ignore/,
    rooms: [],
  },
];

const IMPORTS =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\brequire(?:\.resolve)?\(\s*['"]([^'"]+)['"]/g;

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function importsOf({ text }: SourceFile): readonly string[] {
  return [...text.matchAll(IMPORTS)].map((match) => match.slice(1).find(Boolean) ?? '');
}

/** `discord-api-types/v10` -> `discord-api-types`; `node:fs/promises` -> `node:fs`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function throughDoor(file: SourceFile, specifier: string): string | null {
  const from = roomOf(file.path);
  const to = roomOf(normalize(join(dirname(file.path), specifier)));
  if (to === '..') return specifier.endsWith('/package.json') ? null : `${file.path} leaves src for ${specifier}`;
  const doors = DOORS[from];
  if (doors === undefined) return `${file.path} is in a room that is not listed`;
  return doors === 'all' || to === from || doors.includes(to) ? null : `${file.path} (${from}) imports ${to}`;
}

function withPackage(file: SourceFile, specifier: string): string | null {
  const name = packageOf(specifier);
  const rooms = PACKAGES[name];
  if (rooms === undefined) return `${file.path} uses ${name}, which no room may use`;
  return rooms.includes(roomOf(file.path)) ? null : `${file.path} (${roomOf(file.path)}) uses ${name}`;
}

function violationsOf(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const listed = DOORS[room] === undefined ? [`${file.path} is in a room that is not listed`] : [];
  const imports = importsOf(file).map((specifier) =>
    specifier.startsWith('.') ? throughDoor(file, specifier) : withPackage(file, specifier),
  );
  const words = WORDS.filter(({ pattern, rooms }) => pattern.test(file.text) && !rooms.includes(room));
  return [
    ...listed,
    ...imports.filter((one) => one !== null),
    ...words.map(({ what }) => `${file.path} (${room}) ${what}`),
  ];
}

const SRC = new URL('../src/', import.meta.url);

function sources(): readonly SourceFile[] {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(new URL(name, SRC), 'utf8') }));
}

describe('the rooms', () => {
  it('are all there', () => {
    const rooms = new Set(sources().map((file) => roomOf(file.path)));
    expect([...rooms].sort()).toEqual(Object.keys(DOORS).sort());
  });

  it('keep to their doors, their packages and their words', () => {
    expect(sources().flatMap(violationsOf)).toEqual([]);
  });
});

describe('a planted violation is caught', () => {
  it.each<[string, string, string]>([
    ['domain/item.ts', "import { judge } from '../decide/match/judge.ts';", 'domain/item.ts (domain) imports decide'],
    ['decide/news.ts', "import { createStore } from '../store/store.ts';", 'decide/news.ts (decide) imports store'],
    ['decide/match/judge.ts', "export * from '../../cards/draw.ts';", 'decide/match/judge.ts (decide) imports cards'],
    ['cards/draw.ts', "import type { Chat } from '../chat/payload.ts';", 'cards/draw.ts (cards) imports chat'],
    ['run/poll.ts', "const { drawCard } = await import('../cards/draw.ts');", 'run/poll.ts (run) imports cards'],
    [
      'commands/story.ts',
      "import { createStore } from '../store/store.ts';",
      'commands/story.ts (commands) imports store',
    ],
    ['chat/payload.ts', "import { COMMANDS } from '../commands/index.ts';", 'chat/payload.ts (chat) imports commands'],
    ['feeds/fetch.ts', "import { loadConfig } from '../config.ts';", 'feeds/fetch.ts (feeds) imports config.ts'],
    ['cards/draw.ts', "import '../../test/setup.ts';", 'cards/draw.ts leaves src for ../../test/setup.ts'],
    ['helpers/text.ts', 'export const a = 1;', 'helpers/text.ts is in a room that is not listed'],
    ['commands/story.ts', "import { Client } from 'discord.js';", 'commands/story.ts (commands) uses discord.js'],
    [
      'cards/draw.ts',
      "import { ButtonStyle } from 'discord-api-types/v10';",
      'cards/draw.ts (cards) uses discord-api-types',
    ],
    ['run/poll.ts', "import Database from 'better-sqlite3';", 'run/poll.ts (run) uses better-sqlite3'],
    ['decide/news.ts', "import Parser from 'rss-parser';", 'decide/news.ts (decide) uses rss-parser'],
    ['decide/news.ts', "const Parser = require('rss-parser');", 'decide/news.ts (decide) uses rss-parser'],
    ['decide/news.ts', "import { readFileSync } from 'node:fs';", 'decide/news.ts (decide) uses node:fs'],
    ['run/poll.ts', "import { request } from 'node:http';", 'run/poll.ts (run) uses node:http'],
    ['feeds/fetch.ts', "import axios from 'axios';", 'feeds/fetch.ts uses axios, which no room may use'],
    ['store/store.ts', 'const path = process.env.DESK_DATA;', 'store/store.ts (store) reads the environment'],
    ['chat/payload.ts', "const token = process['env'].DISCORD_TOKEN;", 'chat/payload.ts (chat) reads the environment'],
    ['decide/ladder.ts', 'const now = Date.now();', 'decide/ladder.ts (decide) reads the clock on the wall'],
    ['run/tick.ts', 'const now = new Date();', 'run/tick.ts (run) reads the clock on the wall'],
    ['feeds/fetch.ts', 'const start = performance.now();', 'feeds/fetch.ts (feeds) reads the clock on the wall'],
    ['cards/when.ts', 'const today = dayjs();', 'cards/when.ts (cards) reads the clock on the wall'],
    ['decide/polling.ts', 'const jitter = Math.random();', 'decide/polling.ts (decide) rolls dice'],
    ['run/poll.ts', "engine.all('SELECT * FROM item', {});", 'run/poll.ts (run) speaks SQL'],
    ['cli/run.ts', "console.log('hello');", 'cli/run.ts (cli) talks to the console'],
    ['chat/payload.ts', 'const body: any = {};', 'chat/payload.ts (chat) escapes from the types'],
  ])('%s: %s', (path, text, expected) => {
    expect(violationsOf({ path, text })).toEqual([expected]);
  });
});
