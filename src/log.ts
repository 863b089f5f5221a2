/** The log: JSON lines for machines, or lines for people; secrets reach neither. */
import { type Logger, pino } from 'pino';
import { type Config, Secret } from './config.ts';

/** What a log line's own words repeat: for machines. */
const SAID_IN_WORDS = 'pid,hostname,loop,feed,verdict,hosts';

/** Every secret of a configuration, however deep. */
function secretsIn(value: unknown): readonly Secret[] {
  if (value instanceof Secret) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

/** What is a secret by its shape, whoever it belongs to: bot tokens, the tokens in Discord's addresses, passwords in any. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g, '***'],
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w-]+/g, '$1***'],
  [/(:\/\/)[^/?#@\s"]+@/g, '$1***@'],
];

/** `line` without these secrets and without what looks like one. */
export function redacted(line: string, secrets: readonly Secret[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret.reveal(), '***'), line);
  return SHAPES.reduce((text, [shape, instead]) => text.replace(shape, instead), known);
}

/**
 * pino as configured: what configuration wraps as a secret never reaches it, and whatever a library's error says is
 * searched for secrets once more as it is written. `write` takes finished JSON lines instead of standard error.
 */
export function openLog(config: Config, isTerminal: boolean, write?: (line: string) => void): Logger {
  const { level, format } = config.log;
  const { catalogue, background, ...rest } = config;
  const secrets = secretsIn(rest);
  const options = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line: string) => redacted(line, secrets) },
  };
  if (write) return pino(options, { write });
  if (format === 'json' || (format === 'auto' && !isTerminal))
    return pino(options, pino.destination({ dest: 2, sync: true }));
  const pretty = { destination: 2, ignore: SAID_IN_WORDS, singleLine: true, sync: true };
  return pino(options, pino.transport({ target: 'pino-pretty', options: pretty }));
}
