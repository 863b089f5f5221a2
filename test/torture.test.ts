/**
 * A desk killed at every await of the line, each time started again: nothing is lost, and nothing comes twice. `npm run
 * torture` does a thousand kills, with progress; here it is a short form. TORTURE_KILLS, TORTURE_SEED and TORTURE_PLAYS (plays
 * at the same time) choose otherwise.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { CROSSPOSTED, type Message } from './fakes/discord/messages.ts';
import {
  type BoardRow,
  type Channel,
  differences,
  faultsOf,
  killVictims,
  newsroomFaults,
  ofTheNight,
  torture,
} from './fakes/line/torture.ts';
import { at } from './fakes/nouns.ts';

const KILLS = Number(process.env.TORTURE_KILLS ?? 4);
const SEED = Number(process.env.TORTURE_SEED ?? 8);
const PLAYS = Number(process.env.TORTURE_PLAYS ?? 2);

/** A kill takes a second or two, and ten on a machine that does much else. */
const MOST_TIME = 90_000 + KILLS * 10_000;

afterAll(killVictims);

it(
  `killed ${KILLS} times, at any await of the line, loses nothing and shows nothing twice`,
  async () => {
    const onProgress = (words: string) => void process.stderr.write(`torture: ${words}\n`);
    const { found, awaits, ...figures } = await torture({ kills: KILLS, seed: SEED, plays: PLAYS, onProgress });
    onProgress(
      `${JSON.stringify(figures)}; killed at ${awaits.killedAt} of ${awaits.reached} awaits reached, of ${awaits.all}`,
    );
    onProgress(`never killed at: ${awaits.never.join(' ')}`);
    expect(found).toEqual([]);
    expect(figures.kills).toBeGreaterThanOrEqual(KILLS);
  },
  MOST_TIME,
);

describe('a desk that lost a message or showed one twice', () => {
  const channel = (...tellings: readonly string[]): Channel => ({ tellings, faults: [] });
  const row: BoardRow = {
    key: 'rung',
    place: '1',
    made_at: at('2025-07-31T22:30Z'),
    state: 'shown',
    wanted_rev: 2,
    shown_rev: 2,
    posted: '7',
    nonce: 'n',
    marker: 7,
  };
  const message = (id: string): Message => ({
    ...{ id, channel_id: '1', author: { id: '2', username: 'desk', discriminator: '0' }, flags: 0, content: '' },
    ...{ timestamp: '', edited_timestamp: null, components: [], nonce: 'n' },
  });

  it.each<[string, Channel, readonly string[]]>([
    ['is told nothing when all is as it should be', channel('a', 'b', 'b'), []],
    ['is told what is lost', channel('b', 'b'), ['lost: a']],
    ['is told what is lost of two that read alike', channel('a', 'b'), ['lost: b']],
    ['is told what is too much', channel('a', 'b', 'b', 'c'), ['too much: c']],
    ['is told what came twice', channel('a', 'a', 'b', 'b'), ['too much: a']],
  ])('%s', (_, killed, expected) => {
    expect(differences(killed, channel('a', 'b', 'b'))).toEqual(expected);
  });

  it.each<[string, Partial<BoardRow>, readonly Message[], readonly string[]]>([
    ['that is right', {}, [message('7')], []],
    ['that was posted twice', {}, [message('7'), message('8')], ['rung is in the channel 2 times (shown)']],
    ['that is not there', {}, [], ['rung is in the channel 0 times (shown)']],
    ['that is behind', { wanted_rev: 3 }, [message('7')], ['rung is shown, 2 of 3']],
    ['that is stuck', { state: 'unproven' }, [message('7')], ['rung is unproven, 2 of 2']],
    ['that counts as another', {}, [message('9')], ['rung counts as 7 and is 9']],
  ])('is caught by a message %s', (_, change, own, expected) => {
    expect(faultsOf({ ...row, ...change }, own)).toEqual(expected);
  });

  it('is caught by a message for announcements that nobody published', () => {
    const published = { ...message('7'), flags: CROSSPOSTED };
    expect(newsroomFaults([published, message('8')])).toEqual(['message 8 is not published']);
  });

  it.each<[string, string, string, string | null]>([
    ['rung:dl_1@2/2/7d@storyline@3', '200000000000000078', '2025-08-01T13:00Z', 'rung 7d'],
    ['development:dv_1@storyline@3', '200000000000000078', '2025-07-31T22:30Z', 'development'],
    ['catch_up:cu_1@storyline@3', '200000000000000078', '2025-08-01T13:10Z', 'catch_up'],
    ['development:dv_1@storyline@3', '200000000000000078', '2025-07-31T21:30Z', null],
    ['development:dv_1@storyline@3', '200000000000000004', '2025-07-31T22:30Z', null],
  ])('%s in %s at %s is of the night: %s', (key, place, made, expected) => {
    expect(ofTheNight({ key, place, made_at: at(made) })).toBe(expected);
  });
});
