/** A follow as `/alerts follow` first makes it: no quiet hours, no thread, nothing muted. */
export const PLAIN_FOLLOW = {
  role: null,
  quiet: null,
  mutedUntil: null,
  pausedAt: null,
  unheard: [],
  inThread: false,
  publishes: false,
  steered: false,
};
