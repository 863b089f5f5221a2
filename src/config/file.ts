/** A configuration file: read, located, checked against a schema; everything wrong with it becomes a problem. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Path, readJson } from './json.ts';
import { didYouMean, type Problems } from './problems.ts';

export interface ConfigFile {
  /** As operators know it: `config/feeds.json`. */
  readonly name: string;
  readonly value: unknown;
  lineOf(path: Path): number;
}

/** A value that passed its schema, and where it stands in its file. */
export interface Placed<Value> {
  readonly value: Value;
  readonly path: Path;
}

/** Reads a file of the configuration folder; null, with the problem told, when it is missing or no JSON. */
export function openFile(path: string, name: string, problems: Problems): ConfigFile | null {
  const text = textOf(path, name, problems);
  return text === null ? null : fileOf(text, name, problems);
}

/** The same for a text already read. */
export function fileOf(text: string, name: string, problems: Problems): ConfigFile | null {
  if (text.trim() === '') {
    problems.push(`${name}: the file is empty; copy the shipped file of this name and change it`);
    return null;
  }
  const json = readJson(text);
  if (json.kind === 'error') {
    problems.push(`${name} line ${json.line}, column ${json.column}: not valid JSON: ${json.message}`);
    return null;
  }
  const file = { name, value: json.value, lineOf: json.lineOf };
  for (const path of json.repeated) tell(file, path, 'is written twice; keep one', problems);
  return file;
}

function textOf(path: string, name: string, problems: Problems): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    problems.push(`${name}: ${readingFailed(error)}`);
    return null;
  }
}

/** Why a file could not be read, with the remedy; without its path, which may not be fit to print. */
export function readingFailed(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT') return 'the file does not exist; create it or correct the path';
  if (code === 'EACCES') return 'the file may not be read; grant this user read permission';
  return `the file cannot be read (${code}); see that it is a plain file`;
}

/** Adds one problem: `config/feeds.json line 41, feeds[6].outlet: …`. */
export function tell(file: ConfigFile, path: Path, words: string, problems: Problems): void {
  const place = path.length > 0 ? `, ${pathText(path)}` : '';
  problems.push(`${file.name} line ${file.lineOf(path)}${place}: ${words}`);
}

function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** The value at `path` of the file as its schema returns it; null, with the problems told, when it does not pass. */
export function checked<Value>(
  file: ConfigFile,
  path: Path,
  schema: z.ZodType<Value>,
  problems: Problems,
): Value | null {
  const parsed = schema.safeParse(valueAt(file.value, path));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) tellIssue(file, path, issue, problems);
  return null;
}

/** Each entry of a list by itself, so that one bad entry does not hide the faults of the next. */
export function checkedEach<Value>(
  file: ConfigFile,
  list: string,
  count: number,
  schema: z.ZodType<Value>,
  problems: Problems,
): readonly Placed<Value>[] {
  const paths = Array.from({ length: count }, (_, index) => [list, index]);
  return paths.flatMap((path) => {
    const value = checked(file, path, schema, problems);
    return value === null ? [] : [{ value, path }];
  });
}

function tellIssue(file: ConfigFile, base: Path, issue: z.core.$ZodIssue, problems: Problems): void {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) tell(file, [...path, key], 'is no known name here; correct or remove it', problems);
    return;
  }
  tell(file, path, wordsOf(issue, valueAt(file.value, path)), problems);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/** Schemas word their own checks as `is …; remedy`; the kinds of values are worded here. */
function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing; add it';
  if (issue.code === 'invalid_type') return `${shown(value)}should be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_union') return `${shown(value)}should be a text in double quotes or a list of them`;
  if (issue.code === 'invalid_value') return `${shown(value)}is not known here${choice(value, issue.values)}`;
  return `${shown(value)}${issue.message}`;
}

function choice(value: unknown, values: readonly unknown[]): string {
  const known = values.map(String);
  return didYouMean(String(value), known, `use one of ${known.join(', ')}`);
}

/** Short values are repeated to the reader, without credentials; lists and objects are not. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return '';
  const text = JSON.stringify(value).replace(/\/\/[^/?#]*@/, '//…@');
  return text.length > 80 ? '' : `${text} `;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => {
    const isIndexable = typeof inside === 'object' && inside !== null;
    return isIndexable && Object.hasOwn(inside, step) ? Reflect.get(inside, step) : undefined;
  }, value);
}
