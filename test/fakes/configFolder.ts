/**
 * A configuration folder on disk, small and whole: `aConfigFolder()` loads as it is; a test changes what it is about.
 * `with('feeds.json', { feeds: […] })` rewrites a file, `withText` its very text, `without` removes it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const OUTLET = {
  id: 'bbc',
  name: 'BBC News',
  label: 'press',
  group: 'bbc',
  state: null,
  zone: 'Europe/London',
  hosts: ['bbc.com'],
  names: ['BBC'],
};

export const FEED = { id: 'bbc-world', outlet: 'bbc', url: 'https://feeds.example/world.xml' };

export const STORYLINE = {
  slug: 'istanbul-talks',
  title: 'Istanbul talks',
  summary: 'Rounds of talks in Istanbul.',
  query: '@istanbul AND talk*',
};

const FILES = {
  'outlets.json': { outlets: [OUTLET] },
  'feeds.json': { feeds: [FEED] },
  'storylines.json': { storylines: [STORYLINE] },
  'aliases.json': { aliases: { istanbul: ['Istanbul'] } },
};

type FileName = keyof typeof FILES;

export interface ConfigFolder {
  readonly path: string;
  with(file: FileName, content: object): ConfigFolder;
  withText(file: FileName | 'token' | 'storyline.json' | 'desk.env', text: string): ConfigFolder;
  without(file: FileName): ConfigFolder;
  remove(): void;
}

export function aConfigFolder(): ConfigFolder {
  const path = mkdtempSync(join(tmpdir(), 'desk-config-'));
  const folder: ConfigFolder = {
    path,
    with: (file, content) => folder.withText(file, JSON.stringify(content, null, 2)),
    withText(file, text) {
      writeFileSync(join(path, file), text);
      return folder;
    },
    without(file) {
      rmSync(join(path, file));
      return folder;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(FILES))
    writeFileSync(join(path, file), JSON.stringify(content, null, 2));
  return folder;
}
