import { describe, expect, it } from 'vitest';
import { openDiary } from '../../../src/cli/demo/diary.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Showing } from '../../../src/domain/message.ts';
import { aDevelopment, aReport, at, toldOf } from '../../fakes/nouns.ts';
import { fakeChat, handClock } from '../../fakes/world.ts';

function news(title: string): Showing {
  const development = aDevelopment({ reports: [aReport({ title })] });
  return {
    ...{ key: id(title), channel: id('desk'), rev: 1, posted: null, nonce: title, marker: 1 },
    ...{ firstTriedAt: null, attempts: 1, shownDigest: null, role: null, replyTo: null, quiet: null },
    audience: { language: null, hasRole: false },
    subject: toldOf(development),
  };
}

/** `post('14:00', 'Talks')`, `edit('14:05', 'Talks')`: what is then on the terminal. */
function openedDiary() {
  const rows: string[] = [];
  const nothing = () => undefined;
  const clock = handClock('2025-07-14T00:00Z');
  const terminal = { row: (row: string) => void rows.push(row), ...{ out: nothing, note: nothing } };
  const diary = openDiary({ ...terminal, progress: nothing, done: nothing }, clock.now);
  const shown = fakeChat();
  const chat = diary.over(shown);
  const setTo = (time: string) => clock.set(`2025-07-14T${time}Z`);
  return {
    ...{ diary, rows, shown },
    post: (time: string, title: string) => {
      setTo(time);
      return chat.post(news(title));
    },
    edit: (time: string, title: string, more: Partial<Showing> = {}) => {
      setTo(time);
      return chat.edit({ ...news(title), ...more }, id(title));
    },
  };
}

describe('the diary of the demo', () => {
  it('tells a post at once', async () => {
    const { post, rows } = openedDiary();
    await post('16:08', 'Talks begin');
    expect(rows).toEqual(['2025-07-14 16:08  post  development  Talks begin']);
  });

  it('tells the edits of a message in one line for each hour', async () => {
    const { edit, rows, diary } = openedDiary();
    await edit('16:10', 'Talks begin');
    await edit('16:59', 'Talks begin');
    expect(rows).toEqual([]);
    await edit('17:00', 'Talks begin');
    diary.close();
    expect(rows).toEqual([
      '2025-07-14 16:59  edit  development  2 times: Talks begin',
      '2025-07-14 17:00  edit  development  Talks begin',
    ]);
  });

  it('keeps the order of time between messages', async () => {
    const { edit, post, rows } = openedDiary();
    await edit('16:10', 'Talks begin');
    await edit('16:20', 'Envoys meet');
    await edit('16:30', 'Talks begin');
    await post('16:40', 'A date is named');
    expect(rows).toEqual([
      '2025-07-14 16:20  edit  development  Envoys meet',
      '2025-07-14 16:30  edit  development  2 times: Talks begin',
      '2025-07-14 16:40  post  development  A date is named',
    ]);
  });

  it('writes the edits of an hour down when the hour is over, not before', async () => {
    const { edit, rows, diary } = openedDiary();
    await edit('16:10', 'Talks begin');
    diary.turnTo(at('2025-07-14T16:59Z'));
    expect(rows).toEqual([]);
    diary.turnTo(at('2025-07-14T17:00Z'));
    expect(rows).toHaveLength(1);
  });

  it('counts every post and edit', async () => {
    const { edit, post, diary } = openedDiary();
    await post('16:08', 'Talks begin');
    await edit('16:10', 'Talks begin');
    await edit('16:20', 'Talks begin');
    expect(diary).toMatchObject({ posts: 1, edits: 2 });
  });

  it('passes over what nobody saw: failures, and edits that change nothing', async () => {
    const { edit, post, rows, diary, shown } = openedDiary();
    shown.fails({ kind: 'later', reason: 'the disk is full', retryAt: null });
    expect(await post('16:08', 'Talks begin')).toMatchObject({ kind: 'later' });
    await edit('16:10', 'Envoys meet', { shownDigest: 'digest-1' });
    diary.close();
    expect(rows).toEqual([]);
    expect(diary).toMatchObject({ posts: 0, edits: 0 });
  });
});
