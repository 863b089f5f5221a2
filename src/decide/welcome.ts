/** Servers that the bot has come to -> a card that says how to begin, once in each. */
import type { Change } from '../domain/change.ts';
import type { StoredCatalogue } from '../domain/facts.ts';
import { id, type MessageKey } from '../domain/ids.ts';
import { PRIORITIES } from '../domain/message.ts';
import type { Arrival } from '../domain/premises.ts';
import { unchosen } from '../domain/storyline.ts';

/** What Discord says of a server whose owner never named a language. */
const UNSAID = 'en-US';

function greet({ guild, channel, locale }: Arrival): readonly Change[] {
  const settings = { ...unchosen(guild), language: locale === UNSAID ? null : locale };
  const because = 'the bot came to this server';
  return [
    { kind: 'guild.set', settings, because },
    {
      kind: 'message.wanted',
      key: id<MessageKey>(`welcome:${guild}`),
      follow: null,
      channel,
      subject: { kind: 'welcome', id: guild },
      answers: null,
      rev: 1,
      priority: PRIORITIES.notice,
      ping: false,
      because,
    },
  ];
}

/** Greets the servers nothing is known of; they are known from then on, also when the bot leaves and comes again. */
export function decideWelcome(
  arrivals: readonly Arrival[],
  { guilds, follows }: Pick<StoredCatalogue, 'guilds' | 'follows'>,
): readonly Change[] {
  const known = new Set([...guilds, ...follows].map(({ guild }) => guild));
  return arrivals.filter(({ guild }) => !known.has(guild)).flatMap(greet);
}
