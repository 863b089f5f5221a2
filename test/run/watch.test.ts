import { expect, it } from 'vitest';
import { Watch } from '../../src/run/watch.ts';

it('a loop is stuck when three looks in a row find it overdue; fewer may be the clock’s fault', () => {
  const watch = new Watch();
  expect(watch.look(['poll'])).toEqual([]);
  expect(watch.look(['poll'])).toEqual([]);
  expect(watch.look([])).toEqual([]);
  expect(watch.look(['poll'])).toEqual([]);
  expect(watch.look(['poll', 'tick'])).toEqual([]);
  expect(watch.look(['poll', 'tick'])).toEqual(['poll']);
  expect(watch.look(['poll', 'tick'])).toEqual(['poll', 'tick']);
});
