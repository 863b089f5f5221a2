/**
 * One request and its answer, read as it comes: counted against the cap, given up when it drips, and its connection
 * closed as soon as nobody wants more of it.
 */
import type { Agent, Dispatcher } from 'undici';
import { TimedOut } from './failure.ts';
import type { Headers } from './headers.ts';
import type { Patience } from './patience.ts';
import { TooLarge } from './unpack.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Empty for an answer that brings no document. */
  readonly bytes: Buffer;
  /** False when the connection closed before the body ended. */
  readonly complete: boolean;
}

export interface Asked {
  readonly agent: Agent;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of a body, as sent. */
  readonly maxBytes: number;
  /** Milliseconds a server may think before it answers, and once more before its body begins. */
  readonly silenceMs: number;
  readonly patience: Patience;
}

/** Of a body nobody reads, this much is let pass so that its connection can be used again. */
const IDLY_READ = 64 * 1024;
/** A body must come at this pace, averaged from its first byte, once that is a while ago: else it is a drip. */
const SLOWEST_BYTES_A_SECOND = 1_024;
const PACE_AFTER_MS = 3_000;

/** Whole with their headers; a length they give is that of a document they do not bring (RFC 9110, 8.6). */
const BODILESS = new Set([204, 304]);

const NOTHING = Buffer.alloc(0);

type Controller = Dispatcher.DispatchController;

class Exchange implements Dispatcher.DispatchHandler {
  readonly #asked: Asked;
  readonly #settle: { readonly resolve: (answered: Answered) => void; readonly reject: (error: Error) => void };
  #controller: Controller | null = null;
  #isOver = false;
  /** Why we ended it. */
  #reason: Error | null = null;
  #status = 0;
  #headers: Headers = {};
  #chunks: Buffer[] = [];
  #length = 0;
  #silence: NodeJS.Timeout | null = null;
  #pace: NodeJS.Timeout | null = null;
  #seconds = 0;

  constructor(asked: Asked, resolve: (answered: Answered) => void, reject: (error: Error) => void) {
    this.#asked = asked;
    this.#settle = { resolve, reject };
  }

  /** Ends it from our side, before or after it began. */
  end(reason: Error): void {
    if (this.#isOver) return;
    this.#reason = reason;
    this.#finish();
    this.#settle.reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#reason !== null) controller.abort(this.#reason);
  }

  onResponseStart(_controller: Controller, status: number, headers: Headers): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    if (BODILESS.has(status)) this.#answer(true);
    else this.#silence = setTimeout(() => this.#endSilence(), this.#asked.silenceMs);
  }

  #endSilence(): void {
    this.end(new TimedOut('no body came in time'));
  }

  #beginPace(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#pace ??= setInterval(() => this.#checkPace(), 1_000);
  }

  #checkPace(): void {
    this.#seconds += 1;
    const isDrip = this.#seconds * 1_000 >= PACE_AFTER_MS && this.#length < this.#seconds * SLOWEST_BYTES_A_SECOND;
    if (isDrip) this.end(new TimedOut('its body came drop by drop'));
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#isOver) return;
    this.#beginPace();
    this.#length += chunk.length;
    if (!this.#isWanted()) this.#passOver(controller);
    else if (this.#length > this.#asked.maxBytes)
      this.end(new TooLarge(`the body is larger than ${this.#asked.maxBytes} bytes`));
    else this.#chunks.push(chunk);
  }

  #isWanted(): boolean {
    return this.#status >= 200 && this.#status < 300;
  }

  #passOver(controller: Controller): void {
    if (this.#length <= IDLY_READ) return;
    this.#answer(false);
    controller.abort(new Error('nobody reads on'));
  }

  onResponseEnd(): void {
    this.#answer(true);
  }

  /** What came before a connection closed early may still hold complete entries. */
  onResponseError(_controller: Controller, error: Error): void {
    if (this.#isOver) return;
    if (this.#isWanted() && this.#length > 0) this.#answer(false);
    else this.end(error);
  }

  #answer(complete: boolean): void {
    if (this.#isOver) return;
    this.#finish();
    const [only = NOTHING, ...more] = this.#chunks;
    const bytes = more.length === 0 ? only : Buffer.concat(this.#chunks);
    this.#settle.resolve({ status: this.#status, headers: this.#headers, bytes, complete });
  }

  #finish(): void {
    this.#isOver = true;
    this.#asked.patience.onEnd(null);
    if (this.#silence !== null) clearTimeout(this.#silence);
    if (this.#pace !== null) clearInterval(this.#pace);
  }
}

/** Rejects with the client's error, `TimedOut`, `Stopped` or `TooLarge`. */
export function exchange(asked: Asked): Promise<Answered> {
  const { agent, url, headers, silenceMs, patience } = asked;
  return new Promise((resolve, reject) => {
    const handler = new Exchange(asked, resolve, reject);
    let isOver = false;
    patience.onEnd((reason) => {
      isOver = true;
      handler.end(reason);
    });
    if (isOver) return;
    const path = `${url.pathname}${url.search}`;
    agent.dispatch(
      { origin: url.origin, path, method: 'GET', headers, headersTimeout: silenceMs, bodyTimeout: 0 },
      handler,
    );
  });
}
