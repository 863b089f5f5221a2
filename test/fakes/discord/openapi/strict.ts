/**
 * Schemas made stricter than they are published, and their complaints clearer: a value of several kinds is read by the
 * kind that its `type` names, not by all of them.
 */
import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

const schema = z.record(z.string(), z.unknown());
const document = z.looseObject({ components: z.looseObject({ schemas: schema }) });
const reference = z.object({ $ref: z.string() });
const ofKind = z.looseObject({ properties: z.looseObject({ type: z.looseObject({ enum: z.array(z.int()) }) }) });
const union = z.looseObject({ oneOf: z.array(z.unknown()).optional(), anyOf: z.array(z.unknown()).optional() });
const wide = z.looseObject({ type: z.unknown(), maximum: z.number().min(Number.MAX_SAFE_INTEGER) });

/** A field without a name of Discord's is a mistake, which Discord would ignore in silence. */
function withoutStrangers(node: Schema): Schema {
  const isClosed = node.type === 'object' && 'properties' in node && !('additionalProperties' in node);
  return isClosed ? { ...node, additionalProperties: false } : node;
}

/** Permissions are described as numbers and documented as text (documentation, Permissions): JSON's end before they do. */
function orDigits(node: Schema): Schema {
  return wide.safeParse(node).success ? { anyOf: [node, { type: 'string', pattern: '^\\d+$' }] } : node;
}

/** The types of a branch's values; null when these do not tell. */
function typesOf(branch: unknown, schemas: Schema): readonly number[] | null {
  const { $ref: name = '' } = reference.safeParse(branch).data ?? {};
  const found = ofKind.safeParse(schemas[name.split('/').at(-1) ?? '']);
  return found.data?.properties.type.enum ?? null;
}

function when(types: readonly number[], branch: unknown): Schema {
  const condition = { properties: { type: { enum: types } } };
  return Object.fromEntries([
    ['if', condition],
    ['then', branch],
  ]);
}

function byKind(node: Schema, schemas: Schema): Schema {
  const { oneOf, anyOf, ...rest } = union.parse(node);
  const branches = (oneOf ?? anyOf ?? []).map((branch) => ({ branch, types: typesOf(branch, schemas) }));
  const told = branches.flatMap(({ branch, types }) => (types === null ? [] : [{ branch, types }]));
  if (told.length === 0 || told.length < branches.length) return node;
  const type = { enum: told.flatMap(({ types }) => types) };
  const allOf = told.map(({ branch, types }) => when(types, branch));
  return { ...rest, type: 'object', required: ['type'], properties: { type }, allOf };
}

function rewritten(node: unknown, schemas: Schema): unknown {
  if (Array.isArray(node)) return node.map((each) => rewritten(each, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewritten(value, schemas)]));
  return byKind(orDigits(withoutStrangers(inside)), schemas);
}

/** An OpenAPI description whose schemas allow no more than they name. */
export function strictly(published: unknown): unknown {
  return rewritten(published, document.parse(published).components.schemas);
}
