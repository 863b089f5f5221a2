/** Files of one JSON value a line, read as a stream; errors name the file, the line and what it should hold. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';
import { type Instant, parseDay, parseInstant } from '../domain/time.ts';

/** A date without a time is read as noon UTC, which is that date in every zone where news is made. */
function published(text: string): Instant | null {
  const day = parseDay(text);
  return day ? parseInstant(`${day}T12:00:00Z`) : parseInstant(text);
}

const publishedSchema = z.string().transform((text, context): Instant => {
  const instant = published(text);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: 'should be an ISO time with an offset, such as 2025-07-28T14:00:00Z' });
  return z.NEVER;
});

/** One news item of a file: `text`, or `title` and `lede`. Answers carry its `id` as it was written. */
export const inputItemSchema = z
  .object(
    {
      id: z.union([z.string(), z.number()], 'should be a text or a number'),
      text: z.string().optional(),
      title: z.string().optional(),
      lede: z.string().nullish(),
      link: z.string().nullish(),
      outlet: z.string().nullish(),
      published: publishedSchema.nullish(),
      zone: z.string().nullish(),
      storyline: z.string().nullish(),
      labels: z.array(z.string()).nullish(),
    },
    'should be a JSON object with "id" and "text", or "title" and "lede"',
  )
  .refine(
    (item) => item.text !== undefined || item.title !== undefined,
    'needs "text", or "title" with an optional "lede"',
  );

export type InputItem = z.output<typeof inputItemSchema>;

/** Title and lede of an input item; a bare text is all lede. */
export function wordsOf(item: InputItem): { readonly title: string; readonly lede: string } {
  return item.title === undefined ? { title: '', lede: item.text ?? '' } : { title: item.title, lede: item.lede ?? '' };
}

function parseLine<Schema extends z.ZodType>(schema: Schema, line: string, where: string): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Refusal(`${where}: this line is not JSON; write one JSON object a line`, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.');
  throw new Refusal(`${where}: ${path ? `"${path}" ` : ''}${issue?.message ?? 'is not as expected'}`);
}

/** The values of a file, one line at a time. Throws Refusal for a file that cannot be read or a line that is wrong. */
export async function* readLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield parseLine(schema, line, `${path} line ${number}`);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Refusal(`${path}: cannot be read (${String(error.code)}); check the name and your rights to it`, {
      cause: error,
    });
  }
}

/** All values of a file. */
export async function readAll<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  const values: z.output<Schema>[] = [];
  for await (const value of readLines(path, schema)) values.push(value);
  return values;
}
