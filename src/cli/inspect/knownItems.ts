/** What a store would know of items, in memory: for rules that are run over files. */
import { knownOf } from '../../decide/known.ts';
import type { Change, ChangeOf } from '../../domain/change.ts';
import { type Facts, type KnownItem, NO_FACTS, type Question } from '../../domain/facts.ts';
import type { ItemId } from '../../domain/ids.ts';
import type { Store } from '../../domain/ports.ts';

/** Items by their identities as commits leave them; of everything else it knows nothing. */
export class KnownItems implements Pick<Store, 'facts' | 'commit'> {
  readonly #items = new Map<ItemId, KnownItem>();
  readonly #owners = new Map<string, ItemId>();

  async facts({ identities }: Question): Promise<Facts> {
    const known = identities.flatMap((identity) => {
      const item = this.#knownAs(identity);
      return item === undefined ? [] : [[identity, item] as const];
    });
    return { ...NO_FACTS, known: new Map(known) };
  }

  async commit(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.#learn(change);
  }

  #knownAs(identity: string): KnownItem | undefined {
    const owner = this.#owners.get(identity);
    return owner === undefined ? undefined : this.#items.get(owner);
  }

  #learn(change: Change): void {
    if (change.kind === 'item.seen') this.#see(change);
    if (change.kind === 'item.edited') this.#items.set(change.item.id, knownOf(change.item));
    if (change.kind === 'item.aliased') this.#name(change.identities, change.item);
  }

  #see({ item }: ChangeOf<'item.seen'>): void {
    this.#items.set(item.id, knownOf(item));
    this.#name(item.identities, item.id);
  }

  /** An identity stays with the item that had it first. */
  #name(identities: readonly string[], owner: ItemId): void {
    for (const identity of identities) if (!this.#owners.has(identity)) this.#owners.set(identity, owner);
  }
}
