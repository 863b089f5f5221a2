/** The commands an application registered, everywhere and in single servers. */
import { type CommandJson, commandComplaints, commandList } from './commandRules.ts';
import type { Answer } from './http.ts';
import { invalid } from './messages.ts';
import { APPLICATION } from './world.ts';

export interface Commands {
  all(): readonly CommandJson[];
  /** `guild` null: those registered everywhere. */
  list(guild: string | null, withLocalizations?: boolean): Answer;
  write(body: unknown, guild: string | null): Answer;
}

/** Discord fills in what was left out; a server's own command has no contexts. */
function stored(command: CommandJson, guild: string | null, index: number) {
  const places = guild === null ? {} : { contexts: null, integration_types: [0], guild_id: guild };
  const filled = { nsfw: false, default_member_permissions: null, version: '1', application_id: APPLICATION };
  return { id: `50000000000000000${index}`, ...filled, ...command, ...places };
}

/** Discord leaves translations out of its list unless it is asked for them (documentation, Application Commands). */
function withoutLocalizations(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value) => (key.endsWith('_localizations') ? undefined : value)));
}

export function commands(): Commands {
  const registered = new Map<string | null, readonly CommandJson[]>();
  const list = (guild: string | null, withLocalizations = false): Answer => {
    const body = (registered.get(guild) ?? []).map((command, index) => stored(command, guild, index));
    return { status: 200, body: withLocalizations ? body : withoutLocalizations(body) };
  };
  return {
    all: () => [...registered.values()].flat(),
    list,
    write(body, guild) {
      const complaints = commandComplaints(body);
      if (complaints.length > 0) return invalid(complaints);
      registered.set(guild, commandList.parse(body));
      return list(guild);
    },
  };
}
