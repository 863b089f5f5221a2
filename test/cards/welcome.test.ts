import { expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';

it('a server reads how its moderators begin, in its own language', () => {
  const inEnglish = JSON.stringify(drawCard({ kind: 'welcome' }));
  const inUkrainian = JSON.stringify(drawCard({ kind: 'welcome' }, { language: 'uk', hasRole: false }));
  expect(inEnglish).toContain('Moderators begin with `/desk setup`');
  expect(inUkrainian).toContain('Модератори починають з `/desk setup`');
});
