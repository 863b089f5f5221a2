/** Publishing a message of an announcement channel to the servers that follow it, which Discord does once for each. */
import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import type { ChannelId, PostedId } from '../../domain/ids.ts';
import type { Requests } from './requests.ts';

/** What is published already is that. Rejects as the REST client does. */
export async function crosspost(rest: Requests, channel: ChannelId, posted: PostedId): Promise<null> {
  try {
    await rest.post(Routes.channelMessageCrosspost(channel, posted));
  } catch (error) {
    const isDone = error instanceof DiscordAPIError && error.code === Code.ThisMessageWasAlreadyCrossposted;
    if (!isDone) throw error;
  }
  return null;
}
