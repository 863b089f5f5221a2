/** The desk as `npm run build` makes few files of it: nothing that Node finds by its path is missing there. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type OutputChunk, type RolldownOutput, rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import packageFile from '../package.json' with { type: 'json' };
import config from '../rolldown.config.ts';

const SOURCES = new URL('../src/', import.meta.url);
const PACKAGE = /^(?<folder>.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+))/;

async function bundled(): Promise<RolldownOutput> {
  const bundle = await rolldown(config);
  try {
    return await bundle.generate(Array.isArray(config.output) ? config.output[0] : config.output);
  } finally {
    await bundle.close();
  }
}

/** Of every thread that a source starts, the file it starts with, as it lies in `dist/`. */
function threads(): readonly string[] {
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return sources.flatMap((source) => {
    const [, file] = /'\.\/(\w+\.js)', HERE\)/.exec(readFileSync(new URL(source, SOURCES), 'utf8')) ?? [];
    return file === undefined ? [] : [posix.join(posix.dirname(source), file)];
  });
}

const versionFile = z.object({ version: z.string() });

function versionIn(folder: string): string {
  return versionFile.parse(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))).version;
}

describe('the bundle', () => {
  let chunks: readonly OutputChunk[] = [];
  beforeAll(async () => {
    chunks = (await bundled()).output.filter((file) => file.type === 'chunk');
  });
  const outside = (names: readonly string[]) =>
    names.filter((name) => !isBuiltin(name) && !chunks.some(({ fileName }) => fileName === name));

  it('has an entry for the bin, the health check and every thread that a source starts', () => {
    const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
    expect(threads()).toHaveLength(3);
    expect(entries.sort()).toEqual(
      ['cli/askHealth.js', packageFile.bin.desk.replace('dist/', ''), ...threads()].sort(),
    );
  });

  it('puts each file one folder deep, where modules find what lies beside them', () => {
    for (const { fileName } of chunks) expect(fileName).toMatch(/^[^/]+\/[^/]+\.js$/);
    const naming = chunks.filter(({ code }) => code.includes('import.meta.url'));
    const named = naming.flatMap(({ code }) => [
      ...code.matchAll(/new URL\(["']\.\.\/([^"']+)["'], import\.meta\.url\)/g),
    ]);
    expect(named.map(([, name]) => name)).toEqual(expect.arrayContaining(['config.js', 'store/migrate.js', 'main.js']));
  });

  it('is held in one byte a character', () => {
    for (const { fileName, code } of chunks) expect(/[^\0-\xff]/.test(code), fileName).toBe(false);
  });

  it('holds no version of a package twice', () => {
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    const folders = new Set(modules.flatMap((name) => PACKAGE.exec(name)?.groups?.folder ?? []));
    const versions = [...folders].map((folder) => `${folder.replace(/^.*\/node_modules\//, '')} ${versionIn(folder)}`);
    expect(versions).toContain(`undici ${versionIn('node_modules/undici')}`);
    expect(versions.sort()).toEqual([...new Set(versions)].sort());
  });

  it('asks for no package that an installation lacks, but one that discord.js does without', () => {
    const asked = new Set(chunks.flatMap(({ imports }) => outside(imports)));
    for (const name of asked) expect(Object.keys(packageFile.dependencies)).toContain(name);
    expect([...new Set(chunks.flatMap(({ dynamicImports }) => outside(dynamicImports)))]).toEqual(['zlib-sync']);
  });
});
