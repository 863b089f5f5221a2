/** The environment and the settings file -> each setting's text and where it was written. The environment goes first. */
import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readingFailed } from './file.ts';
import { didYouMean, type Problems } from './problems.ts';
import { type Fault, parseSettings, SETTINGS, SETTINGS_FILE, type Settings } from './settings.ts';

/** Variable names and their texts, as a process is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of a variable; null when it is not set or blank, as an empty line in a compose file leaves it. */
export function textOf(env: Environment, name: string): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** A setting as it holds now. */
export interface Effective {
  readonly name: string;
  /** Null where nothing is set; `***` for secrets. */
  readonly text: string | null;
  /** `default`, `environment` or `desk.env line 7`. */
  readonly from: string;
}

export interface ReadSettings {
  /** Null when something is wrong with them, which was told. */
  readonly values: Settings | null;
  readonly effective: readonly Effective[];
}

/** A written setting; `where` is what a problem with it begins with. */
interface Written {
  readonly text: string;
  readonly from: string;
  readonly where: string;
}

interface Source {
  readonly texts: Environment;
  readonly from: (name: string) => string;
  readonly where: (name: string) => string;
}

/** Read when nobody names another. */
const USUAL_FILE = 'desk.env';

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readText(path: string, where: string, problems: Problems): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    problems.push(`${where}: ${readingFailed(error)}`);
    return null;
  }
}

function lineOf(name: string, text: string): number {
  const pattern = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`);
  return text.split('\n').findIndex((line) => pattern.test(line)) + 1;
}

function ofFile(path: string, text: string): Source {
  const place = (name: string) => `${path} line ${lineOf(name, text)}`;
  return { texts: parseEnv(text), from: place, where: (name) => `${place(name)}, ${name}` };
}

function ofEnvironment(env: Environment): Source {
  return { texts: env, from: () => 'environment', where: (name) => name };
}

function fileSource(env: Environment, problems: Problems): Source | null {
  const named = textOf(env, SETTINGS_FILE.name);
  if (named === null && !isFile(USUAL_FILE)) return null;
  const path = named ?? USUAL_FILE;
  const text = readText(path, named === null ? path : SETTINGS_FILE.name, problems);
  return text === null ? null : ofFile(path, text);
}

const twinOf = (name: string) => `${name}_FILE`;

const KNOWN: ReadonlySet<string> = new Set([
  SETTINGS_FILE.name,
  ...SETTINGS.flatMap(({ name, secret }) => (secret ? [name, twinOf(name)] : [name])),
]);

/** Every name in the file should be ours. */
function tellStrangers({ texts, where }: Source, problems: Problems): void {
  for (const name of Object.keys(texts).filter((one) => !KNOWN.has(one)))
    problems.push(`${where(name)}: is no setting${didYouMean(name, KNOWN, '"desk settings" lists them all')}`);
}

/** The environment holds names of others, too: only what is nearly one of ours is a slip. */
function tellSlips({ texts }: Source, problems: Problems): void {
  for (const name of Object.keys(texts).filter((one) => /^(?:DESK|DISCORD)_/.test(one) && !KNOWN.has(one))) {
    const remedy = didYouMean(name, KNOWN, '');
    if (remedy.includes('did you mean')) problems.push(`${name}: is no setting${remedy}`);
  }
}

function fromTwin(path: string, name: string, { from, where }: Source, problems: Problems): Written | null {
  const twin = twinOf(name);
  const text = readText(path, where(twin), problems)?.trim();
  if (text === undefined) return null;
  if (text !== '') return { text, from: `${from(twin)} (${twin})`, where: where(twin) };
  problems.push(`${where(twin)}: names an empty file; put the secret in it and nothing else`);
  return null;
}

function writtenIn(source: Source, name: string, secret: boolean, problems: Problems): Written | null {
  const text = textOf(source.texts, name);
  const path = secret ? textOf(source.texts, twinOf(name)) : null;
  if (text !== null && path !== null) {
    problems.push(`${source.where(name)}: ${twinOf(name)} is set as well; keep one of them`);
    return null;
  }
  if (text !== null) return { text, from: source.from(name), where: source.where(name) };
  return path === null ? null : fromTwin(path, name, source, problems);
}

function firstIn(sources: readonly Source[], name: string, secret: boolean, problems: Problems): Written | null {
  for (const source of sources) {
    const written = writtenIn(source, name, secret, problems);
    if (written !== null) return written;
  }
  return null;
}

function isFaulty(parsed: Settings | readonly Fault[]): parsed is readonly Fault[] {
  return Array.isArray(parsed);
}

function effectiveOf(written: ReadonlyMap<string, Written>): readonly Effective[] {
  return SETTINGS.map(({ name, secret, usual }) => {
    const own = written.get(name);
    if (own === undefined) return { name, text: usual, from: 'default' };
    return { name, text: secret ? '***' : own.text, from: own.from };
  });
}

/** Reads every setting; what is wrong becomes a problem with its place and remedy. */
export function readSettings(env: Environment, problems: Problems): ReadSettings {
  const environment = ofEnvironment(env);
  const file = fileSource(env, problems);
  tellSlips(environment, problems);
  if (file) tellStrangers(file, problems);
  const sources = file ? [environment, file] : [environment];
  const written = new Map<string, Written>();
  for (const { name, secret } of SETTINGS) {
    const own = firstIn(sources, name, secret, problems);
    if (own) written.set(name, own);
  }
  const parsed = parseSettings(Object.fromEntries([...written].map(([name, { text }]) => [name, text])));
  const effective = effectiveOf(written);
  if (!isFaulty(parsed)) return { values: parsed, effective };
  for (const { name, words } of parsed) problems.push(`${written.get(name)?.where ?? name}: ${words}`);
  return { values: null, effective };
}
