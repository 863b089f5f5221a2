/** Signatures of Standard Webhooks (its specification, Signature scheme): symmetric, version 1. */
import { createHmac } from 'node:crypto';
import { type Instant, msOf, SECOND } from '../../domain/time.ts';

const PREFIX = 'whsec_';

/** The headers that a message named `name` travels with; `at` is when it is sent, this time. */
export function signedHeaders(name: string, at: Instant, body: string, secret: string): Record<string, string> {
  const seconds = String(Math.floor(msOf(at) / SECOND));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${name}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': name,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  };
}
