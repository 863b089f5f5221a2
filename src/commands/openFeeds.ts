/** The feeds that people of a server may know of: the catalogue's, and the server's own. */
import type { Call, CommandPorts } from '../domain/command.ts';
import type { ListedFeed } from '../domain/facts.ts';
import { isOpenTo } from '../domain/owner.ts';

export async function openFeeds(
  { guild }: Pick<Call, 'guild'>,
  { store }: Pick<CommandPorts, 'store'>,
): Promise<readonly ListedFeed[]> {
  return (await store.feeds()).filter(({ feed }) => isOpenTo(guild, feed));
}
