import { describe, expect, it } from 'vitest';
import type { DueFeed } from '../../src/domain/facts.ts';
import type { FeedVerdict } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import { type Polled, Troubles } from '../../src/run/troubles.ts';
import { aDueFeed, fails, isUnchanged } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

function dueAt(host: string, name = host, verdict: FeedVerdict = 'new'): DueFeed {
  return aDueFeed({ id: id(name), url: `https://${host}/${name}` }, { verdict });
}

function ill(host: string, name: string, verdict: 'unreachable' | 'bad_xml', reason: string): Polled {
  return { due: dueAt(host, name), fetched: fails(verdict, { reason }), verdict, reason };
}

const well = (host: string, before: FeedVerdict = 'new'): Polled => ({
  due: dueAt(host, host, before),
  fetched: isUnchanged(),
  verdict: 'healthy',
  reason: null,
});
const silent = (host: string, name = host) => ill(host, name, 'unreachable', `Feed ${name}: nothing.`);
const broken = (host: string) => ill(host, host, 'bad_xml', `Feed ${host}: no XML.`);

const ALONE = /^warn: No feed can be reached \(3 hosts tried\): check this machine's network/;

function reported(...rounds: readonly (readonly Polled[])[]): readonly string[] {
  const log = fakeLog();
  const troubles = new Troubles(log);
  for (const round of rounds) troubles.report(round);
  return log.lines;
}

describe('the troubles of feeds', () => {
  it('are told once, however often they are met', () => {
    const round = [well('a'), silent('b'), broken('c')];
    expect(reported(round, round)).toEqual(['warn: Feed b: nothing.', 'warn: Feed c: no XML.']);
  });

  it('are told again when they come again, and their end is told too', () => {
    const sick = [well('a'), silent('b')];
    expect(reported(sick, [well('a'), well('b')], sick)).toEqual([
      'warn: Feed b: nothing.',
      'info: Feed b: is well again.',
      'warn: Feed b: nothing.',
    ]);
  });

  it('are one when nothing answers, said once', () => {
    const round = [silent('a'), silent('b'), silent('c')];
    expect(reported(round, round, [silent('d')])).toEqual([expect.stringMatching(ALONE)]);
  });

  it('are one also when feeds fall silent one after the other', () => {
    expect(reported([silent('a')], [silent('b')], [silent('c')], [silent('d')])).toEqual([
      'warn: Feed a: nothing.',
      'warn: Feed b: nothing.',
      expect.stringMatching(ALONE),
    ]);
  });

  it('are told of the feeds that stay silent when others are back', () => {
    const all = [silent('a'), silent('b'), silent('c')];
    expect(reported(all, [well('a'), silent('b'), well('c')])).toEqual([
      expect.stringMatching(ALONE),
      'info: Feeds can be reached again.',
      'warn: Feed b: nothing.',
    ]);
  });

  it('are no sign of a lost network while feeds of one host, or feeds long known as silent, fall together', () => {
    expect(reported([silent('a', 'a1'), silent('a', 'a2'), silent('a', 'a3')])).toHaveLength(3);
    const dead = [silent('a'), silent('b'), silent('c')];
    expect(reported([well('d'), ...dead], dead, dead)).toHaveLength(3);
  });
});
