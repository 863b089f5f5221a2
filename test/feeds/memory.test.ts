import { describe, expect, it } from 'vitest';
import { type FeedId, id } from '../../src/domain/ids.ts';
import { Memories, type Memory, NOTHING_REMEMBERED } from '../../src/feeds/memory.ts';

const feed = (name: string): FeedId => id<FeedId>(name);

function entries(count: number): Memory {
  const entry = () => ({ names: [], title: '', words: '', published: null, oddities: [] });
  return new Map(Array.from({ length: count }, (_, index) => [`digest ${index}`, entry()]));
}

describe('The memories of many feeds', () => {
  it('of more entries than fit forget the feed that was kept longest ago', () => {
    const memories = new Memories('here', 10);
    const [four, three, five] = [entries(4), entries(3), entries(5)];
    const first = memories.keep(feed('first'), null, four);
    const second = memories.keep(feed('second'), null, three);
    const again = memories.keep(feed('first'), first, entries(1));
    const third = memories.keep(feed('third'), null, five);
    expect(memories.recall(feed('second'), second)).toBe(NOTHING_REMEMBERED);
    expect(memories.recall(feed('first'), first)).toEqual(four);
    expect(memories.recall(feed('first'), again).size).toBe(1);
    expect(memories.recall(feed('third'), third)).toEqual(five);
  });

  it('count an entry once that two of them share', () => {
    const memories = new Memories('here', 10);
    const first = memories.keep(feed('first'), null, entries(6));
    const again = memories.keep(feed('first'), first, memories.recall(feed('first'), first));
    memories.keep(feed('second'), null, entries(4));
    expect(memories.recall(feed('first'), again).size).toBe(6);
  });

  it('keep the last feed, however large it is', () => {
    const memories = new Memories('here', 10);
    const first = memories.keep(feed('first'), null, entries(3));
    const large = memories.keep(feed('large'), null, entries(11));
    expect(memories.recall(feed('first'), first)).toBe(NOTHING_REMEMBERED);
    expect(memories.recall(feed('large'), large).size).toBe(11);
  });
});
