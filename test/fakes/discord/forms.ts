/** What Discord's documentation asks of a form (modal): its title, and labels with one text input each. */
import { z } from 'zod';

const MODAL = 9;
const LABEL = 18;
const TEXT_INPUT = 4;

const STRING_SELECT = 3;

const choice = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  default: z.boolean().optional(),
});

const select = z.strictObject({
  type: z.literal(STRING_SELECT),
  custom_id: z.string().min(1).max(100),
  options: z.array(choice).min(1).max(25),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  required: z.boolean().optional(),
});

const input = z.strictObject({
  type: z.literal(TEXT_INPUT),
  custom_id: z.string().min(1).max(100),
  style: z.int().min(1).max(2),
  required: z.boolean().optional(),
  max_length: z.int().min(1).max(4_000).optional(),
  value: z.string().max(4_000).optional(),
});

const label = z.strictObject({
  type: z.literal(LABEL),
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).optional(),
  component: z.discriminatedUnion('type', [input, select]),
});

const form = z.strictObject({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z.array(label).min(1).max(5),
});

/** The answer that opens one. */
export const formShape = z.strictObject({ type: z.literal(MODAL), data: form });
export type FormJson = z.infer<typeof form>;

/** Everything wrong with an answer that is neither deferred nor a form. */
export function formComplaints(body: unknown): readonly string[] {
  const read = formShape.safeParse(body);
  return read.success
    ? ['nothing that opens a form was pressed']
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
