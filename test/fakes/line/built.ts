/**
 * The desk as JavaScript in `dist-test/`, for tests that need it as a process of its own: Node 20 runs no TypeScript.
 * Files lie where the build puts them, so that `config/` and `migrations/` are found. Types are not checked here.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = join(ROOT, 'dist-test');

/** The bin, and what a desk that is to die preloads. */
export const DESK = join(BUILT, 'cli', 'desk.js');
export const DYING = join(BUILT, 'dying.js');

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

const THIS_FILE = fileURLToPath(import.meta.url);

function buildFile(from: string, to: string): void {
  if (changedAt(to) > Math.max(changedAt(from), changedAt(THIS_FILE))) return;
  const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), { compilerOptions: COMPILER_OPTIONS });
  writeWhole(to, outputText);
}

/** Brings `dist-test/` up to date with the sources: seconds the first time, nothing afterwards. */
export function buildDesk(): void {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  for (const source of sources.filter((name) => name.endsWith('.ts'))) {
    buildFile(join(ROOT, 'src', source), join(BUILT, source.replace(/\.ts$/, '.js')));
  }
  buildFile(fileURLToPath(new URL('./dying.ts', import.meta.url)), DYING);
}
