/**
 * The desk as JavaScript in `dist-test/`, for tests that need it as a process of its own: Node 20 runs no TypeScript.
 * Files lie where the build puts them, so that `config/` and `migrations/` are found. Types are not checked here.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { isOfTheLine, wrappingAwaits } from './awaits.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = join(ROOT, 'dist-test');

/** The bin, and what a desk that is to die preloads. */
export const DESK = join(BUILT, 'cli', 'desk.js');
export const DYING = join(BUILT, 'dying.js');

/** The same with every `await` of the line wrapped, and the desk that dies at one of them. */
const WRAPPED = join(ROOT, 'dist-torture');
export const VICTIM = join(WRAPPED, 'victim.js');

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Renamed into place, because another test run may be reading. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, path);
}

const RULES = ['./built.ts', './awaits.ts'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

type Transformers = readonly ts.TransformerFactory<ts.SourceFile>[];

function compiled(text: string, before: Transformers): string {
  return ts.transpileModule(text, { compilerOptions: COMPILER_OPTIONS, transformers: { before: [...before] } })
    .outputText;
}

function buildFile(from: string, to: string, before: Transformers = []): void {
  if (changedAt(to) > Math.max(...[from, ...RULES].map(changedAt))) return;
  writeWhole(to, compiled(readFileSync(from, 'utf8'), before));
}

function filesOfSources(ending: string): readonly string[] {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending));
}

function sources(): readonly string[] {
  return filesOfSources('.ts');
}

/** What sources import beside one another: they lie where they lay. */
function copyMessages(folder: string): void {
  for (const name of filesOfSources('.json')) {
    const [from, to] = [join(ROOT, 'src', name), join(folder, name)];
    if (changedAt(to) <= changedAt(from)) writeWhole(to, readFileSync(from, 'utf8'));
  }
}

function builtFrom(source: string, folder: string): string {
  return join(folder, source.replace(/\.ts$/, '.js'));
}

/** Brings `dist-test/` up to date with the sources: seconds the first time, nothing afterwards. */
export function buildDesk(): void {
  copyMessages(BUILT);
  for (const source of sources()) buildFile(join(ROOT, 'src', source), builtFrom(source, BUILT));
  buildFile(fileURLToPath(new URL('./dying.ts', import.meta.url)), DYING);
}

/** The names of all awaits in the line, found by reading its sources. */
export function awaitsOfTheLine(): readonly string[] {
  const names: string[] = [];
  for (const source of sources().filter(isOfTheLine)) {
    compiled(readFileSync(join(ROOT, 'src', source), 'utf8'), [wrappingAwaits(source, (name) => names.push(name))]);
  }
  return names.sort();
}

/** Brings `dist-torture/` up to date with the sources. */
export function buildVictim(): void {
  copyMessages(WRAPPED);
  for (const source of sources()) {
    const before = isOfTheLine(source) ? [wrappingAwaits(source, () => undefined)] : [];
    buildFile(join(ROOT, 'src', source), builtFrom(source, WRAPPED), before);
  }
  const victim = readFileSync(fileURLToPath(new URL('./victim.ts', import.meta.url)), 'utf8');
  writeWhole(VICTIM, compiled(victim.replaceAll('../../../src/', './'), []));
}
