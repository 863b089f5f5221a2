/** Whether the token is taken and the channels can be used. */
import { type Inspected, type InspectedChannel, inspectDiscord } from '../../chat/discord/inspect.ts';
import { wallClock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { ChannelId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { SECOND } from '../../domain/time.ts';
import { type Findings, NOTHING_FOUND } from './findings.ts';

const LOGIN_DEADLINE = 15 * SECOND;

/** Which setting names the channel. */
function settingOf(channel: ChannelId, { discord }: Config): string {
  return channel === discord.channel ? 'DISCORD_CHANNEL_ID' : 'DISCORD_MODERATORS_CHANNEL_ID';
}

function problemOf({ channel, guild, lacks }: InspectedChannel, config: Config): string | null {
  const setting = settingOf(channel, config);
  if (guild === null)
    return `${setting}: the bot sees no channel ${channel}; invite it to that server, or allow it View Channels there`;
  if (guild !== config.discord.guild)
    return `${setting}: channel ${channel} is in server ${guild}; set DISCORD_GUILD_ID to it, or name another channel`;
  if (lacks.length === 0) return null;
  return `${setting}: the bot lacks ${lacks.join(', ')} in channel ${channel}; allow it in the channel's settings`;
}

function judged({ channels, invitation }: Inspected, config: Config): Findings {
  const problems = channels.flatMap((one) => problemOf(one, config) ?? []);
  const well = channels.length > 0 && problems.length === 0 ? '; its channels can be read and written' : '';
  const rows = [`login      Discord takes the token${well}`, `invite     ${invitation}`];
  return { rows, warnings: [], problems };
}

/** Without a token there is nothing to ask. */
export async function checkDiscord(config: Config, stopping: AbortSignal): Promise<Findings> {
  const { token, channel, moderators, apiUrl } = config.discord;
  if (token === null) return NOTHING_FOUND;
  const channels = [channel, moderators].filter((one) => one !== null);
  const options = {
    token: token.reveal(),
    apiUrl,
    loginDeadlineMs: LOGIN_DEADLINE,
    stopping,
    channels,
    clock: wallClock(),
  };
  try {
    return judged(await inspectDiscord(options), config);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...NOTHING_FOUND, problems: [error.message] };
  }
}
