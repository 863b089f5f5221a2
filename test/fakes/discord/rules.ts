/**
 * What Discord's documentation asks of a message, by hand: each rule answers with a complaint or null. discord.js
 * checks none of this.
 */
import { z } from 'zod';

export const V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;

/** Component types (documentation, Component Reference). */
export const TYPES = { row: 1, button: 2, section: 9, text: 10, thumbnail: 11, gallery: 12, file: 13, divider: 14 };
export const CONTAINER = 17;
const LINK_STYLE = 5;

const component = z.looseObject({
  type: z.int(),
  id: z.int().optional(),
  content: z.string().optional(),
  style: z.int().optional(),
  label: z.string().optional(),
  url: z.string().optional(),
  custom_id: z.string().optional(),
  accent_color: z.int().nullish(),
  items: z
    .array(z.strictObject({ media: z.strictObject({ url: z.string() }), description: z.string().optional() }))
    .optional(),
  file: z.strictObject({ url: z.string() }).optional(),
  get components() {
    return z.array(component).optional();
  },
});

export type Component = z.infer<typeof component>;

/** Every field a message may have; another one is a misspelling, which Discord would ignore in silence. */
export const messageShape = z.strictObject({
  content: z.string().optional(),
  flags: z.int().default(0),
  components: z.array(component).default([]),
  embeds: z.array(z.unknown()).optional(),
  poll: z.unknown().optional(),
  sticker_ids: z.array(z.string()).optional(),
  nonce: z.union([z.string(), z.int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z
    .strictObject({ message_id: z.string(), fail_if_not_exists: z.boolean().default(true) })
    .optional(),
  tts: z.boolean().optional(),
  attachments: z
    .array(z.strictObject({ id: z.string(), filename: z.string(), description: z.string().max(1_024).optional() }))
    .optional(),
  /** What came beside the body in parts of its own. */
  files: z
    .array(z.strictObject({ id: z.int(), filename: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) }))
    .optional(),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
      roles: z.array(z.string().regex(/^\d+$/)).max(100).optional(),
      users: z.array(z.string().regex(/^\d+$/)).max(100).optional(),
      replied_user: z.boolean().optional(),
    })
    .optional(),
});

export type Body = z.infer<typeof messageShape>;

/** The component and everything inside it. */
export function withChildren(one: Component): readonly Component[] {
  return [one, ...(one.components ?? []).flatMap(withChildren)];
}

function all(body: Body): readonly Component[] {
  return body.components.flatMap(withChildren);
}

const isV2 = (body: Body) => (body.flags & V2) !== 0;

type Rule<Subject> = (subject: Subject) => string | null;

function complaint(isWrong: boolean, text: string): string | null {
  return isWrong ? text : null;
}

/** The names under which components may show what was sent with them. */
function attachedNames({ attachments = [], files = [] }: Body): readonly string[] {
  return attachments.filter(({ id }) => files.some((file) => String(file.id) === id)).map(({ filename }) => filename);
}

function shownFiles(body: Body): readonly string[] {
  const urls = all(body).flatMap(({ items = [], file }) => [...items.map(({ media }) => media.url), file?.url ?? '']);
  return urls.filter((url) => url.startsWith('attachment://')).map((url) => url.slice('attachment://'.length));
}

const MESSAGE_RULES: readonly Rule<Body>[] = [
  (body) => complaint((body.content ?? '').length > 2_000, 'content is longer than 2000'),
  (body) => complaint(String(body.nonce ?? '').length > 25, 'nonce is longer than 25'),
  (body) => complaint(body.enforce_nonce === true && body.nonce === undefined, 'enforce_nonce without a nonce'),
  (body) => {
    const others = body.content !== undefined || body.embeds || body.poll !== undefined || body.sticker_ids;
    return complaint(isV2(body) && Boolean(others), 'content, embeds, poll or stickers beside Components V2');
  },
  (body) => {
    const foreign = body.components.some(({ type }) => type !== TYPES.row);
    return complaint(!isV2(body) && foreign, 'a Components V2 component without the flag');
  },
  (body) => {
    const isEmpty = isV2(body) ? body.components.length === 0 : !body.content && !body.embeds?.length && !body.poll;
    return complaint(isEmpty, 'the message is empty');
  },
  (body) => complaint(all(body).length > 40, 'more than 40 components'),
  (body) => {
    const { attachments = [], files = [] } = body;
    const isWhole = attachments.length === files.length && attachedNames(body).length === files.length;
    return complaint(!isWhole, 'an attachment without its file, or a file without its attachment');
  },
  (body) => {
    const names = attachedNames(body);
    const shown = shownFiles(body);
    const isMissing = shown.some((name) => !names.includes(name));
    return complaint(isMissing, 'a component shows a file that was not sent');
  },
  (body) => {
    const hidden = isV2(body) && attachedNames(body).some((name) => !shownFiles(body).includes(name));
    return complaint(hidden, 'an attachment beside Components V2 that no component shows');
  },
  (body) => {
    const length = all(body).reduce(
      (sum, { type, content = '' }) => sum + (type === TYPES.text ? content.length : 0),
      0,
    );
    return complaint(length > 4_000, 'more than 4000 characters of text');
  },
  (body) => {
    const ids = all(body).flatMap(({ id }) => (id === undefined || id === 0 ? [] : [id]));
    return complaint(new Set(ids).size < ids.length, 'a component id is used twice');
  },
  (body) => {
    const { parse = [], roles, users } = body.allowed_mentions ?? {};
    const both = (parse.includes('roles') && roles?.length) || (parse.includes('users') && users?.length);
    return complaint(Boolean(both), 'allowed_mentions parses what it also lists');
  },
];

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

const IN_CONTAINER = [TYPES.row, TYPES.section, TYPES.text, TYPES.gallery, TYPES.file, TYPES.divider];

function childRule(allowed: readonly number[], least: number, most: number): Rule<Component> {
  return ({ components = [] }) => {
    if (components.length < least || components.length > most) return `has ${components.length} children`;
    const stranger = components.find(({ type }) => !allowed.includes(type));
    return stranger ? `may not contain a component of type ${stranger.type}` : null;
  };
}

const COMPONENT_RULES: ReadonlyMap<number, readonly Rule<Component>[]> = new Map([
  [TYPES.text, [({ content = '' }: Component) => complaint(content.length === 0, 'has no text')]],
  [
    TYPES.button,
    [
      ({ label = '' }: Component) => complaint(label.length === 0 || label.length > 80, 'has no label of 1 to 80'),
      ({ style, url = '' }: Component) =>
        complaint(
          style === LINK_STYLE && (!isWebAddress(url) || url.length > 512),
          'has no web address of 512 at most',
        ),
      ({ style, custom_id: own = '' }: Component) =>
        complaint((style === LINK_STYLE) === own.length > 0, 'has the wrong one of url and custom_id'),
      ({ custom_id: own = '' }: Component) => complaint(own.length > 100, 'has a custom_id longer than 100'),
    ],
  ],
  [TYPES.row, [childRule([TYPES.button, 3, 5, 6, 7, 8], 1, 5)]],
  [
    CONTAINER,
    [
      childRule(IN_CONTAINER, 1, 40),
      ({ accent_color: colour }: Component) =>
        complaint((colour ?? 0) < 0 || (colour ?? 0) > 0xffffff, 'has no colour'),
    ],
  ],
  [TYPES.divider, []],
  [
    TYPES.file,
    [({ file }: Component) => complaint(!/^attachment:\/\/./.test(file?.url ?? ''), 'shows no file that was attached')],
  ],
  [
    TYPES.gallery,
    [
      ({ items = [] }: Component) => complaint(items.length < 1 || items.length > 10, 'has not 1 to 10 items'),
      ({ items = [] }: Component) => {
        const isPlace = ({ media }: { media: { url: string } }) => /^(?:https?|attachment):\/\/./.test(media.url);
        return complaint(!items.every(isPlace), 'shows what is neither on the web nor attached');
      },
      ({ items = [] }: Component) => {
        const isLong = items.some(({ description = 'x' }) => description.length < 1 || description.length > 1_024);
        return complaint(isLong, 'has a description of not 1 to 1024');
      },
    ],
  ],
]);

function componentComplaints(one: Component): readonly string[] {
  const rules = COMPONENT_RULES.get(one.type);
  if (!rules) return [`component of unknown type ${one.type}`];
  const { id = 0 } = one;
  const outOfRange = complaint(id < 0 || id > 2 ** 31 - 1, 'has an id out of range');
  return [outOfRange, ...rules.map((rule) => rule(one))].flatMap((each) =>
    each === null ? [] : [`component of type ${one.type} ${each}`],
  );
}

/** Everything wrong with the body of a post or an edit; empty when Discord would take it. */
export function messageComplaints(body: unknown): readonly string[] {
  const read = messageShape.safeParse(body);
  if (!read.success) return read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const message = read.data;
  return [
    ...MESSAGE_RULES.map((rule) => rule(message)).filter((each) => each !== null),
    ...all(message).flatMap(componentComplaints),
  ];
}
