import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { addOptions, checkedSpan, type DemoOptions } from '../../../src/cli/demo/options.ts';
import { Refusal } from '../../../src/domain/refusal.ts';

function read(...words: readonly string[]): DemoOptions {
  const command = addOptions(new Command('demo'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse([...words], { from: 'user' }).opts<DemoOptions>();
}

describe('the options of the demo', () => {
  it('play all of it in a minute when nothing is asked', () => {
    expect(read()).toEqual({
      ...{ seconds: 60, every: 60 },
      ...{ from: '2025-05-15T00:00:00.000Z', until: '2025-08-17T12:00:00.000Z' },
    });
  });

  it('name the first and the last day that is played, both whole', () => {
    expect(read('--from', '2025-07-28', '--until', '2025-08-10')).toMatchObject({
      from: '2025-07-28T00:00:00.000Z',
      until: '2025-08-11T00:00:00.000Z',
    });
  });

  it('take numbers as numbers', () => {
    expect(read('--seconds', '0.5', '--every', '5', '--port', '0')).toMatchObject({ seconds: 0.5, every: 5, port: 0 });
  });

  it.each([
    ['--seconds', 'soon', /Write a number from 0/],
    ['--seconds', '-1', /Write a number from 0/],
    ['--every', '4', /Write a number from 5/],
    ['--port', '65536', /from 0 \(any free one\) to 65535/],
    ['--from', '2025-05-14', /Write a day from 2025-05-15 to 2025-08-17/],
    ['--until', '2025-08-18', /Write a day from 2025-05-15 to 2025-08-17/],
    ['--until', '2025-02-30', /Write a day/],
  ])('refuse %s %s and say what to write', (option, text, words) => {
    expect(() => read(option, text)).toThrow(CommanderError);
    expect(() => read(option, text)).toThrow(words);
  });

  it('refuse a span that ends before it begins', () => {
    const options = read('--from', '2025-08-10', '--until', '2025-07-28');
    expect(() => checkedSpan(options)).toThrow(Refusal);
    expect(checkedSpan(read('--from', '2025-08-10', '--until', '2025-08-10')).every).toBe(60);
  });
});
