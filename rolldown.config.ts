/**
 * The desk as few files, over the modules that `tsc` wrote: it starts sooner and holds less in memory than from more than a
 * thousand. Its entries lie where those of the modules lie; what they share is in `dist/shared/`.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'rolldown';

const SOURCES = fileURLToPath(new URL('./src/', import.meta.url));

/** What Node starts by its path: the bin, the health check and the threads. */
const ENTRIES = ['cli/desk', 'cli/askHealth', 'cli/guardThread', 'feeds/worker', 'store/keeperThread'];

/** Packages that read files of their own or are built for a machine; and what `@discordjs/ws` takes only where it is there. */
const EXTERNAL = /^(?:@resvg\/resvg-js|better-sqlite3|dejavu-fonts-ttf|pino|pino-pretty|zlib-sync)(?:\/|$)/;

/** A module finds what lies beside it from wherever its code went: every file lies one folder deep. */
const PLACES: Plugin = {
  name: 'places',
  transform(code, name) {
    if (!name.startsWith(SOURCES) || !code.includes('import.meta.url')) return null;
    const place = relative(SOURCES, name).replace(/\.ts$/, '.js');
    return { code: code.replaceAll('import.meta.url', `new URL('../${place}', import.meta.url).href`), map: null };
  },
};

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

function nameAndVersion(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

/** Of a package that npm installed twice in one version, one is taken (undici, for discord.js and for its REST). */
function oneOfEach(): Plugin {
  const folders = new Map<string, string>();
  return {
    name: 'one of each',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const [folder] = (resolved && !resolved.external && PACKAGE.exec(resolved.id)) || [];
      if (!resolved || folder === undefined) return resolved;
      const name = nameAndVersion(folder);
      const first = folders.get(name) ?? folder;
      folders.set(name, first);
      return { ...resolved, id: resolved.id.replace(folder, first) };
    },
  };
}

/** An escape behind a backslash would read as a backslash and a word. In `String.raw` it reads as itself: patterns know it. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\[^\0-\xff]/;

/** V8 holds a source in one byte a character only where each of them fits: any other is written as its escape. */
const NARROW: Plugin = {
  name: 'narrow',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const wrong = ESCAPED.exec(file.code)?.[0];
      if (wrong) this.error(`${file.fileName}: ${wrong} cannot be written as an escape: leave the backslash out`);
      file.code = file.code.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

export default defineConfig({
  input: Object.fromEntries(ENTRIES.map((name) => [name, join(SOURCES, `${name}.ts`)])),
  platform: 'node',
  external: EXTERNAL,
  plugins: [PLACES, oneOfEach(), NARROW],
  checks: { eval: false },
  output: {
    ...{ dir: 'dist', cleanDir: false, entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
    comments: false,
    ...{ sourcemap: true, sourcemapExcludeSources: true },
  },
});
