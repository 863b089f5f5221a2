/** A folder of one test's own, gone when the test is over: `temporaryFolder().write('a.txt', 'text')` is its path. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  /** The path of something in it, whether it is there or not. */
  at(name: string): string;
  /** Writes a file and answers its path. */
  write(name: string, text: string): string;
  /** One JSON line for each value. */
  writeLines(name: string, values: readonly unknown[]): string;
  names(): readonly string[];
}

/** To be called within a test. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'desk-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder: TemporaryFolder = {
    path,
    at: (name) => join(path, name),
    write(name, text) {
      writeFileSync(folder.at(name), text);
      return folder.at(name);
    },
    writeLines: (name, values) => folder.write(name, values.map((value) => `${JSON.stringify(value)}\n`).join('')),
    names: () => readdirSync(path).sort(),
  };
  return folder;
}
