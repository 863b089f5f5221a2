import { expect, it } from 'vitest';
import { decideWelcome } from '../../src/decide/welcome.ts';
import { id } from '../../src/domain/ids.ts';
import type { Arrival } from '../../src/domain/premises.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { aFollow } from '../fakes/nouns.ts';

const ARRIVAL: Arrival = { guild: id('100'), channel: id('200'), locale: 'uk' };
const NOTHING = { guilds: [], follows: [] };

it('greets a server nothing is known of, in its language and without a ping, and knows it from then on', () => {
  const [settings, wanted] = decideWelcome([ARRIVAL], NOTHING);
  expect(settings).toMatchObject({
    kind: 'guild.set',
    settings: { ...unchosen(ARRIVAL.guild), language: 'uk', steered: false },
  });
  expect(wanted).toMatchObject({
    kind: 'message.wanted',
    key: 'welcome:100',
    channel: '200',
    follow: null,
    ping: false,
  });
});

it('takes the language Discord assumes of everyone for none', () => {
  const [settings] = decideWelcome([{ ...ARRIVAL, locale: 'en-US' }], NOTHING);
  expect(settings).toMatchObject({ settings: { language: null } });
});

it.each([
  ['its settings', { guilds: [unchosen(ARRIVAL.guild)], follows: [] }],
  ['a storyline it follows', { guilds: [], follows: [aFollow({ guild: ARRIVAL.guild })] }],
])('says nothing where the server is known by %s', (_, known) => {
  expect(decideWelcome([ARRIVAL], known)).toEqual([]);
});
