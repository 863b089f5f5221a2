/** What ends the bot for good: told once, remembered for everyone who asks later. */
export interface Ending {
  /** Null while all is well. */
  reason(): string | null;
  end(reason: string): void;
}

/** `onEnd` hears the first reason and no other. */
export function ending(onEnd: (reason: string) => void): Ending {
  let first: string | null = null;
  return {
    reason: () => first,
    end(reason) {
      if (first !== null) return;
      first = reason;
      onEnd(reason);
    },
  };
}
