/** Which request is answered by whom; what asks for the bot's token comes apart from what carries its own. */
import type { Commands } from './commands.ts';
import { type Answer, type Request, refused } from './http.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { Threads } from './threads.ts';

type Route = readonly [pattern: RegExp, answer: (request: Request, one: string, two: string) => Answer];

export interface RouteParts {
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly messages: Messages;
  readonly threads: Threads;
  readonly gatewayUrl: () => string;
  readonly isToken: (token: string) => boolean;
}

const SESSION_LIMIT = { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };

function isLocalized(query: URLSearchParams): boolean {
  return query.get('with_localizations') === 'true';
}

function botRoutes({ commands, messages, gatewayUrl }: RouteParts): readonly Route[] {
  const bot = () => ({ status: 200, body: { url: gatewayUrl(), shards: 1, session_start_limit: SESSION_LIMIT } });
  return [
    [/^GET \/gateway\/bot$/, bot],
    [/^GET \/applications\/\d+\/commands$/, ({ query }) => commands.list(null, isLocalized(query))],
    [/^PUT \/applications\/\d+\/commands$/, ({ body }) => commands.write(body, null)],
    [
      /^GET \/applications\/\d+\/guilds\/(\d+)\/commands$/,
      ({ query }, guild) => commands.list(guild, isLocalized(query)),
    ],
    [/^PUT \/applications\/\d+\/guilds\/(\d+)\/commands$/, ({ body }, guild) => commands.write(body, guild)],
    [/^(?:PUT|DELETE) \/guilds\/\d+\/members\/\d+\/roles\/\d+$/, () => ({ status: 204 })],
    [/^GET \/channels\/(\d+)\/messages$/, ({ query }, channel) => messages.list(channel, query)],
    [/^POST \/channels\/(\d+)\/messages$/, ({ body }, channel) => messages.post(channel, body)],
    [/^GET \/channels\/(\d+)\/messages\/(\d+)$/, (_, channel, id) => messages.one(channel, id)],
    [/^POST \/channels\/(\d+)\/messages\/(\d+)\/crosspost$/, (_, channel, id) => messages.crosspost(channel, id)],
    [/^PATCH \/channels\/(\d+)\/messages\/(\d+)$/, ({ body }, channel, id) => messages.edit(channel, id, body)],
  ];
}

function threadRoutes({ threads }: RouteParts): readonly Route[] {
  return [
    [/^GET \/channels\/(\d+)$/, (_, channel) => threads.channel(channel)],
    [/^PATCH \/channels\/(\d+)$/, ({ body }, channel) => threads.change(channel, body)],
    [/^POST \/channels\/(\d+)\/threads$/, ({ body }, channel) => threads.open(channel, body)],
    [
      /^POST \/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ body }, channel, message) => threads.openAt(channel, message, body),
    ],
    [/^GET \/guilds\/\d+\/threads\/active$/, () => threads.active()],
    [/^GET \/channels\/(\d+)\/threads\/archived\/public$/, ({ query }, channel) => threads.archived(channel, query)],
  ];
}

function interactionRoutes({ interactions }: RouteParts): readonly Route[] {
  return [
    [/^POST \/interactions\/\d+\/([^/]+)\/callback$/, ({ body }, token) => interactions.callback(body, token)],
    [/^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/@original$/, ({ body }, token) => interactions.edit(body, token)],
    [/^DELETE \/webhooks\/\d+\/([^/]+)\/messages\/@original$/, (_request, token) => interactions.delete(token)],
    [/^POST \/webhooks\/\d+\/([^/]+)$/, ({ body }, token) => interactions.followUp(body, token)],
  ];
}

function through(routes: readonly Route[], request: Request): Answer | null {
  const line = `${request.method} ${request.path}`;
  const route = routes.find(([pattern]) => pattern.test(line));
  const [, one = '', two = ''] = route?.[0].exec(line) ?? [];
  return route ? route[1](request, one, two) : null;
}

function carriesToken({ authorization }: Request, isToken: RouteParts['isToken']): boolean {
  return authorization?.startsWith('Bot ') === true && isToken(authorization.slice('Bot '.length));
}

export function router(parts: RouteParts): (request: Request) => Answer {
  const forBots = [...botRoutes(parts), ...threadRoutes(parts)];
  const forInteractions = interactionRoutes(parts);
  return (request) => {
    const answer = through(forInteractions, request);
    if (answer) return answer;
    if (!carriesToken(request, parts.isToken)) return refused(401, 0, '401: Unauthorized');
    return through(forBots, request) ?? refused(404, 0, '404: Not Found');
  };
}
