/** Discord's OpenAPI description as this fake reads it: what each request may carry. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Schema, strictly } from './strict.ts';

/** Our part of the published file is shipped; `DISCORD_OPENAPI` names the whole of it, where it is at hand. */
const FILE = process.env.DISCORD_OPENAPI ?? new URL('description.json', import.meta.url);

const schema = z.record(z.string(), z.unknown());
const parameters = z
  .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema }))
  .default([]);
const operation = z.object({
  parameters,
  requestBody: z
    .object({ required: z.boolean().default(false), content: z.record(z.string(), z.object({ schema })) })
    .optional(),
});
const path = z.object({
  parameters,
  get: operation.optional(),
  post: operation.optional(),
  put: operation.optional(),
  patch: operation.optional(),
  delete: operation.optional(),
});
const document = z.object({ paths: z.record(z.string(), path), components: z.object({ schemas: schema }) });

type Path = z.infer<typeof path>;

export interface Operation {
  /** `POST /channels/{channel_id}/messages`. */
  readonly name: string;
  /** Of a request's method and path; its groups are the parameters in the path. */
  readonly pattern: RegExp;
  readonly parameters: z.infer<typeof parameters>;
  /** Null where no body is described. */
  readonly body: { readonly isRequired: boolean; readonly schema: Schema } | null;
}

export interface Description {
  /** The most particular first: `@original` is an id as well. */
  readonly operations: readonly Operation[];
  /** What the schemas of operations point into. */
  readonly components: Schema;
}

function patternOf(name: string): RegExp {
  const parts = name.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 1 ? `(?<${part}>[^/]+)` : part));
  return new RegExp(`^${parts.join('')}$`);
}

function operationsAt([template, { parameters: shared, ...methods }]: [string, Path]): readonly Operation[] {
  return Object.entries(methods).flatMap(([method, described]) => {
    if (described === undefined) return [];
    const name = `${method.toUpperCase()} ${template}`;
    const { parameters: own, requestBody } = described;
    const json = requestBody?.content['application/json'];
    const body = requestBody && json ? { isRequired: requestBody.required, schema: json.schema } : null;
    return [{ name, pattern: patternOf(name), parameters: [...shared, ...own], body }];
  });
}

export function readDescription(): Description {
  const { paths, components } = document.parse(strictly(JSON.parse(readFileSync(FILE, 'utf8'))));
  const operations = Object.entries(paths).flatMap(operationsAt);
  const blanks = ({ name }: Operation) => name.split('{').length;
  return { operations: operations.sort((one, other) => blanks(one) - blanks(other)), components };
}
