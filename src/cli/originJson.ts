/** Where something said comes from, as JSON for people: outlets by name. */
import { isCopy, type Origin } from '../domain/origin.ts';

/** `{"kind": "quoted", "outlet": "Reuters"}`; of a copy, the outlet that had the words first. */
export function originJson(origin: Origin) {
  if (isCopy(origin)) return { kind: origin.kind, outlet: origin.from.name };
  if (origin.kind === 'credited') return { kind: origin.kind, outlet: origin.to.name };
  return origin.kind === 'quoted' ? { kind: origin.kind, outlet: origin.primary.name } : { kind: origin.kind };
}
