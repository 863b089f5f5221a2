/** How the container starts a desk, as its Dockerfile says. */
import { readFileSync } from 'node:fs';

const DOCKERFILE = new URL('../Dockerfile', import.meta.url);

/** The environment and the words behind `node` of the image, so that its figures are these. */
export function containerStart() {
  const text = readFileSync(DOCKERFILE, 'utf8');
  const [, final] = text.split(/\nFROM (?!.* AS )/);
  const env = Object.fromEntries(
    ['NODE_OPTIONS', 'MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_'].flatMap((name) => {
      const [, value] = new RegExp(`\\b${name}=("[^"]*"|\\S+)`).exec(final) ?? [];
      return value === undefined ? [] : [[name, value.replaceAll('"', '')]];
    }),
  );
  const [, words] = /\nCMD (\[.*\])/.exec(final);
  return { env, words: JSON.parse(words).slice(1) };
}
