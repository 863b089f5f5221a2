import { expect, it } from 'vitest';
import { breaths } from '../../src/run/breaths.ts';

it('gives each who asks a turn of its own, in order, with others between them', async () => {
  const breathe = breaths();
  const heard: string[] = [];
  const tick = (left: number) => {
    heard.push('-');
    if (left > 0) setImmediate(tick, left - 1);
  };
  setImmediate(tick, 6);
  await Promise.all(['a', 'b', 'c'].map((name) => breathe().then(() => void heard.push(name))));
  expect(heard.join('')).toMatch(/^-*a-+b-+c$/);
});
