/** Slash commands from a member's side: what Discord sends for one, and what comes back to be seen. */
import { z } from 'zod';
import type { CommandJson } from './commandRules.ts';
import { type FormJson, formComplaints, formShape } from './forms.ts';
import { type Answer, refused } from './http.ts';
import { invalid, textOf } from './messages.ts';
import type { Places } from './places.ts';
import { type Body, EPHEMERAL, messageComplaints, messageShape } from './rules.ts';
import { APPLICATION, CHANNEL, MEMBER, READY } from './world.ts';

export type Options = Readonly<Record<string, string | number | boolean>>;

/** What the person finally sees. */
export interface Seen {
  readonly ephemeral: boolean;
  readonly text: string;
  readonly body: Body;
}

export interface SlashCaller {
  /** Permission bits of the member in the channel. */
  readonly permissions: string;
  readonly locale: string;
  /** Null uses the command in a direct message. */
  readonly guild: string | null;
}

/** What is offered to someone who types. */
export interface Offered {
  readonly name: string;
  readonly value: string | number;
}

export interface Interactions {
  /** Types `text` into an option, others being filled in, and resolves to what is offered. */
  typing(name: string, subcommand: string, typed: Typed, caller: SlashCaller): Promise<readonly Offered[]>;
  /** Sends the command and resolves to what its person sees. */
  slash(name: string, subcommand: string, options: Options, caller: SlashCaller): Promise<Seen>;
  /** Uses a command on a message, from its menu. */
  onMessage(name: string, message: OnMessage, caller: SlashCaller): Promise<Seen>;
  /** Presses a button and resolves to what its presser sees. */
  press(customId: string, caller: SlashCaller): Promise<Seen>;
  /** Presses a button that opens a form, fills it in and resolves to what its person sees. */
  fill(customId: string, values: Readonly<Record<string, string>>, caller: SlashCaller): Promise<Seen>;
  /** Types a command that opens a form, fills it in and resolves to what its person sees. */
  slashForm(typed: TypedCommand, values: Readonly<Record<string, string>>, caller: SlashCaller): Promise<Seen>;
  callback(body: unknown, token: string): Answer;
  edit(body: unknown, token: string): Answer;
  delete(token: string): Answer;
  followUp(body: unknown, token: string): Answer;
}

export interface Typed {
  readonly option: string;
  readonly text: string;
  readonly options?: Options;
}

export interface TypedCommand {
  readonly name: string;
  readonly subcommand: string;
  readonly options: Options;
}

/** A message as someone meets it. */
export interface OnMessage {
  readonly id: string;
  readonly content?: string;
}

interface Open {
  state: 'new' | 'deferred' | 'answered' | 'deleted';
  ephemeral: boolean;
  readonly show: (seen: Seen) => void;
  /** Of what may open a form. */
  readonly form?: (form: FormJson) => void;
}

const UNKNOWN = refused(404, 10062, 'Unknown interaction');
const ACKNOWLEDGED = refused(400, 40060, 'Interaction has already been acknowledged.');
const NO_MESSAGE = refused(404, 10008, 'Unknown Message');

const CHOICES = 8;
const choicesShape = z.strictObject({
  type: z.literal(CHOICES),
  data: z.strictObject({
    choices: z
      .array(z.strictObject({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) }))
      .max(25),
  }),
});

/** Answer types: this fake knows the deferred one, and choices. */
const DEFER = 5;
const callbackShape = z.object({ type: z.literal(DEFER), data: z.object({ flags: z.int().optional() }).optional() });

const TEXT_OPTION = 3;

function optionType(commands: readonly CommandJson[], name: string, subcommand: string, option: string): number {
  const command = commands.find((each) => each.name === name);
  const inside = command?.options?.find((each) => each.name === subcommand)?.options ?? [];
  return inside.find((each) => each.name === option)?.type ?? TEXT_OPTION;
}

const CHANNEL_OPTION = 7;

/** The channels that are named, with what the bot may do there. */
function resolvedIn(filled: readonly { readonly type: number; readonly value: unknown }[], places: Places) {
  const named = filled.filter(({ type }) => type === CHANNEL_OPTION).map(({ value }) => String(value));
  const channels = named.map((id) => {
    return [id, { ...places.json(id), permissions: '0', app_permissions: places.allowed(id) }] as const;
  });
  return channels.length === 0 ? {} : { resolved: { channels: Object.fromEntries(channels) } };
}

function dataOf({ commands, places }: Known, name: string, subcommand: string, options: Options) {
  const filled = Object.entries(options).map(([key, value]) => ({
    type: optionType(commands(), name, subcommand, key),
    name: key,
    value,
  }));
  const parts = [{ type: 1, name: subcommand, options: filled }];
  return { id: '900', type: 1, name, options: parts, ...resolvedIn(filled, places) };
}

/** In a server a member, in a direct message a user. */
function whoOf({ permissions, guild }: SlashCaller) {
  const user = { id: MEMBER, username: 'member', discriminator: '0', avatar: null, global_name: null };
  if (guild === null) return { user, context: 1, authorizing_integration_owners: { 0: '0' } };
  const member = {
    user,
    roles: [],
    permissions,
    joined_at: '2025-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  return { member, guild_id: guild, context: 0, authorizing_integration_owners: { 0: guild } };
}

const COMMAND = 2;
const PRESSED = 3;
const TYPING = 4;
const SUBMITTED = 5;

/** The message that a button stands on. */
function messageWith(customId: string) {
  return {
    id: '800',
    channel_id: CHANNEL,
    author: READY.user,
    type: 0,
    content: '',
    timestamp: '2025-08-01T12:00:00.000000+00:00',
    edited_timestamp: null,
    flags: 0,
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [{ type: 1, id: 1, components: [{ type: 2, id: 2, style: 2, label: 'Press', custom_id: customId }] }],
  };
}

function pressJson(customId: string) {
  return { data: { component_type: 2, id: 2, custom_id: customId }, message: messageWith(customId) };
}

/** What is written, else what it was filled in with; choices have spaces between. */
function filledIn(component: FormJson['components'][number]['component'], written: string | undefined) {
  if (component.type === 4) return { type: 4, value: written ?? component.value ?? '' };
  const chosen = component.options.filter((option) => option.default).map(({ value }) => value);
  return { type: 3, values: written === undefined ? chosen : written.split(' ').filter((value) => value !== '') };
}

function submitJson({ custom_id, components }: FormJson, values: Readonly<Record<string, string>>) {
  const filled = components.map(({ component }, index) => ({
    type: 18,
    id: index + 1,
    component: { id: index + 10, custom_id: component.custom_id, ...filledIn(component, values[component.custom_id]) },
  }));
  return { data: { custom_id, components: filled }, message: messageWith(custom_id) };
}

interface Sent {
  readonly number: number;
  readonly token: string;
  readonly type: number;
}

function interactionJson({ number, token, type }: Sent, what: object, caller: SlashCaller, { places }: Known) {
  return {
    id: `70000000000000000${number}`,
    application_id: APPLICATION,
    type,
    token,
    version: 1,
    channel: { id: CHANNEL, type: 0 },
    channel_id: CHANNEL,
    locale: caller.locale,
    app_permissions: places.allowed(CHANNEL),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...what,
    ...whoOf(caller),
  };
}

function show(body: unknown, found: Open): Answer {
  const complaints = messageComplaints(body);
  if (complaints.length > 0) return invalid(complaints);
  const message = messageShape.parse(body);
  found.state = 'answered';
  found.show({ ephemeral: found.ephemeral, text: textOf(message), body: message });
  return { status: 200, body: { id: '800', channel_id: CHANNEL, ...message } };
}

function openForm(body: unknown, found: Open): Answer {
  found.state = 'answered';
  found.form?.(formShape.parse(body).data);
  return { status: 204 };
}

function seen(begin: (own: Pick<Open, 'show'>) => void): Promise<Seen> {
  return new Promise((resolve) => begin({ show: resolve }));
}

interface Known {
  /** They tell the kinds of options. */
  readonly commands: () => readonly CommandJson[];
  readonly places: Places;
}

/** `dispatch` sends an interaction to the bot. */
export function interactions(known: Known, dispatch: (interaction: object) => void): Interactions {
  const open = new Map<string, Open>();
  const offering = new Map<string, (choices: readonly Offered[]) => void>();

  const begin = (type: number, what: object, caller: SlashCaller, own: Pick<Open, 'show' | 'form'>) => {
    const token = `interaction-token-${open.size + 1}`;
    open.set(token, { state: 'new', ephemeral: false, ...own });
    dispatch(interactionJson({ number: open.size, token, type }, what, caller, known));
  };

  const fillIn = async (
    type: number,
    what: object,
    values: Readonly<Record<string, string>>,
    caller: SlashCaller,
  ): Promise<Seen> => {
    const form = await new Promise<FormJson>((resolve, reject) => {
      const show = ({ text }: Seen) => reject(new Error(`no form was opened, but: ${text}`));
      begin(type, what, caller, { show, form: resolve });
    });
    return seen((own) => begin(SUBMITTED, submitJson(form, values), caller, own));
  };

  const offer = (body: unknown, token: string): Answer => {
    const resolve = offering.get(token);
    const read = choicesShape.safeParse(body);
    if (!resolve) return UNKNOWN;
    if (!read.success) return invalid(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
    offering.delete(token);
    resolve(read.data.data.choices);
    return { status: 204 };
  };

  return {
    typing: (name, subcommand, { option, text, options = {} }, caller) =>
      new Promise((resolve) => {
        const token = `typing-token-${offering.size + 1}`;
        offering.set(token, resolve);
        const data = dataOf(known, name, subcommand, { ...options, [option]: text });
        const focused = data.options.map((each) => ({
          ...each,
          options: each.options.map((one) => (one.name === option ? { ...one, focused: true } : one)),
        }));
        const number = open.size + offering.size;
        const sent = { number, token, type: TYPING };
        dispatch(interactionJson(sent, { data: { ...data, options: focused } }, caller, known));
      }),
    slash: (name, subcommand, options, caller) =>
      seen((own) => begin(COMMAND, { data: dataOf(known, name, subcommand, options) }, caller, own)),
    onMessage: (name, { id, content = '' }, caller) => {
      const resolved = { messages: { [id]: { ...messageWith('none'), id, content, components: [] } } };
      const data = { id: '901', type: 3, name, target_id: id, resolved };
      return seen((own) => begin(COMMAND, { data }, caller, own));
    },
    press: (customId, caller) => seen((own) => begin(PRESSED, pressJson(customId), caller, own)),
    fill: (customId, values, caller) => fillIn(PRESSED, pressJson(customId), values, caller),
    slashForm: ({ name, subcommand, options }, values, caller) =>
      fillIn(COMMAND, { data: dataOf(known, name, subcommand, options) }, values, caller),
    callback(body, token) {
      if (token.startsWith('typing-token-')) return offer(body, token);
      const found = open.get(token);
      if (!found) return UNKNOWN;
      if (found.state !== 'new') return ACKNOWLEDGED;
      if (found.form && formShape.safeParse(body).success) return openForm(body, found);
      const read = callbackShape.safeParse(body);
      if (!read.success) return invalid(formComplaints(body));
      found.state = 'deferred';
      found.ephemeral = ((read.data.data?.flags ?? 0) & EPHEMERAL) !== 0;
      return { status: 204 };
    },
    edit(body, token) {
      const found = open.get(token);
      if (!found || found.state === 'new') return UNKNOWN;
      return found.state === 'deleted' ? NO_MESSAGE : show(body, found);
    },
    delete(token) {
      const found = open.get(token);
      if (found?.state !== 'deferred') return NO_MESSAGE;
      found.state = 'deleted';
      found.ephemeral = false;
      return { status: 204 };
    },
    followUp(body, token) {
      const found = open.get(token);
      return !found || found.state === 'new' ? UNKNOWN : show(body, found);
    },
  };
}
