/** Many pieces of work side by side, few of them at one host. */

export interface Lanes<Work> {
  /** Pieces under way at the same time. */
  readonly lanes: number;
  /** Of these, at one host. */
  readonly perHost: (host: string) => number;
  readonly hostOf: (work: Work) => string;
  /** Work at a host that asked for a pause meanwhile is left out. */
  readonly isHeld: (host: string) => boolean;
}

/**
 * Does all of `works`, each lane taking the first piece whose host has room as soon as it is done with one. A lane that
 * finds none ends: every host with work left is then as busy as it may be, and its own lanes do the rest.
 */
export async function inLanes<Work>(
  works: readonly Work[],
  { lanes, perHost, hostOf, isHeld }: Lanes<Work>,
  act: (work: Work) => Promise<void>,
): Promise<void> {
  const waiting = works.map((work) => ({ work, host: hostOf(work) }));
  const busy = new Map<string, number>();
  const take = () => {
    const index = waiting.findIndex(({ host }) => (busy.get(host) ?? 0) < perHost(host) && !isHeld(host));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const lane = async () => {
    for (let next = take(); next !== undefined; next = take()) {
      const { work, host } = next;
      busy.set(host, (busy.get(host) ?? 0) + 1);
      await act(work);
      busy.set(host, (busy.get(host) ?? 1) - 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
