/** How long a request may take as a whole, and what it does when its time is up or the desk stops. */
import { Stopped, TimedOut } from './failure.ts';

/** One request's patience: it ends once, with the reason, and whoever works on the request then is told. */
export class Patience {
  #ended: Error | null = null;
  #onEnd: ((reason: Error) => void) | null = null;
  readonly #timer: NodeJS.Timeout;
  readonly #stop: AbortSignal;
  readonly #onStop = () => this.end(new Stopped('stopped'));

  constructor(ms: number, stop: AbortSignal) {
    this.#timer = setTimeout(() => this.end(new TimedOut(`it took longer than ${ms / 1_000} seconds`)), ms);
    this.#stop = stop;
    stop.addEventListener('abort', this.#onStop, { once: true });
    if (stop.aborted) this.#onStop();
  }

  /** Calls `told` once, at once when it has ended already; null takes the last one back. */
  onEnd(told: ((reason: Error) => void) | null): void {
    this.#onEnd = told;
    if (told !== null && this.#ended !== null) told(this.#ended);
  }

  end(reason: Error): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    this.#onEnd?.(reason);
  }

  /** To be called when the work is done, however it ended. */
  release(): void {
    clearTimeout(this.#timer);
    this.#stop.removeEventListener('abort', this.#onStop);
  }
}
