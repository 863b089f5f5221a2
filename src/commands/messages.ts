/** Moderators' answers about messages of which it cannot be told whether they arrived, or that are not taken. */
import { ACCENTS } from '../cards/accent.ts';
import { saying } from '../cards/lists.ts';
import { noticeTitle } from '../cards/notice.ts';
import { words } from '../cards/words.ts';
import { answerNotice } from '../decide/notices.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Choice, CommandPorts, Typing } from '../domain/command.ts';
import type { NoticeFacts } from '../domain/facts.ts';
import type { GuildId } from '../domain/ids.ts';
import type { StuckAnswer } from '../domain/message.ts';
import { StaleRevision } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { fitting } from './offer.ts';
import { textOption } from './settings.ts';

/** What is asked in a guild. */
function questionsIn({ notices }: NoticeFacts, guild: GuildId) {
  return notices.filter((one) => one.guild === guild && one.concern.kind === 'message' && one.resolvedAt === null);
}

/** Makes the answer true. Throws a Refusal where nothing is asked, or another moderator was faster. */
export async function answerMessage(
  answer: StuckAnswer,
  call: Call,
  { store, commit }: Pick<CommandPorts, 'store' | 'commit'>,
): Promise<Card> {
  const { guild, member, now } = call;
  const facts = await store.noticeFacts(now);
  const notice = questionsIn(facts, guild).find(({ id }) => id === textOption(call, 'message'));
  if (notice === undefined) throw new Refusal(words.notices.noQuestion);
  try {
    await commit(answerNotice(notice, answer, facts, now), { at: now, actor: `member:${member}`, guild });
  } catch (error) {
    throw error instanceof StaleRevision ? new Refusal(words.notices.noQuestion) : error;
  }
  return saying(words.notices.answered, ACCENTS.list, words.notices.will[answer]);
}

/** What is asked, by what the message speaks of. */
export async function offerMessages(
  { guild, text, now }: Typing,
  { store }: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const asked = questionsIn(await store.noticeFacts(now), guild);
  return fitting(
    asked.map((notice) => ({ name: noticeTitle(notice), value: notice.id })),
    text,
  );
}
