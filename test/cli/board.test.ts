import { beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { id } from '../../src/domain/ids.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { desk } from '../fakes/deskCommand.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const KEY = 'development-1/follow-1';

describe('desk board', () => {
  let env: { readonly DESK_DATA: string };
  const within = async (work: (store: ReturnType<typeof createStore>) => Promise<unknown>) => {
    const store = createStore(openSqlite(`${env.DESK_DATA}/desk.db`, NOW).engine, TITLE_READER);
    await work(store);
    await store.close();
  };
  const board = (...words: readonly string[]) => desk(['board', ...words], env);

  beforeEach(async () => {
    env = { DESK_DATA: temporaryFolder().at('data') };
    const subject = { kind: 'development', id: 'development-1' } as const;
    const manner = { rev: 1, priority: 4, ping: false, answers: null, because } as const;
    await within((store) =>
      store.commit(
        [
          { kind: 'outlet.listed', outlet: anOutlet(), because },
          { kind: 'storyline.defined', storyline: aStoryline(), because },
          { kind: 'follow.set', follow: aFollow(), because },
          { kind: 'item.seen', item: anItem(), baseline: false, because },
          { kind: 'development.opened', development: aDevelopment(), because },
          { kind: 'message.wanted', key: id(KEY), follow: aFollow().id, channel: id('200'), subject, ...manner },
        ],
        { at: NOW, actor: 'test' },
      ),
    );
  });

  const stick = () => within((store) => store.stopped(id(KEY), 'unproven', 'nobody can tell'));

  it('says when there is nothing to say', async () => {
    expect(await board()).toMatchObject({ code: 0, out: ['Nothing is stuck, and nothing is held.'], notes: '' });
  });

  it('lists closed channels and stuck messages, with why and what to do', async () => {
    await stick();
    await within((store) =>
      store.pause({ channel: id('200'), act: null, cause: 'closed', until: NOW, reason: 'no access' }, NOW),
    );
    const { code, out, notes } = await board();
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        'closed    channel 200 since 2025-07-14T16:05:00.000Z, tried again at 2025-07-14T16:05:00.000Z: no access',
        `unproven  ${KEY} in channel 200, wanted at 2025-07-14T16:05:00.000Z: nobody can tell`,
      ],
    });
    expect(notes).toBe('Answer with "desk board resend KEY" or "desk board give-up KEY".');
  });

  it.each([
    ['resend', `${KEY} is sent again within a minute, if a desk runs.`, 1],
    ['give-up', `${KEY} is given up.`, 0],
  ])('takes the answer %s', async (answer, says, claimed) => {
    await stick();
    expect(await board(answer, KEY)).toMatchObject({ code: 0, out: [says], notes: '' });
    await within(async (store) => {
      expect(await store.stuck()).toEqual([]);
      expect(await store.claim(at('2100-01-01T00:00Z'), 10)).toHaveLength(claimed);
    });
  });

  it('refuses an answer to a message that is not stuck', async () => {
    const { code, notes } = await board('resend', KEY);
    expect(code).toBe(2);
    expect(notes).toBe(`desk: ${KEY}: not among the stuck messages, which "desk board" lists`);
  });
});
