/** Slash commands in the words of the domain: `chat` turns Discord's interactions into calls and replies back. */
import type { Card } from './card.ts';
import type { ChannelId, GuildId } from './ids.ts';
import type { Item } from './item.ts';
import type { StorylineJudgement } from './match.ts';
import type { AddressesOf } from './outward.ts';
import type { DeadlineHistory, Feeds, Store } from './ports.ts';
import type { Premises } from './premises.ts';
import type { Follow } from './storyline.ts';
import type { Instant } from './time.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly kind: 'text' | 'number' | 'yes_no' | 'channel' | 'role';
  /** Choices are offered while it is typed; of texts alone. */
  readonly offers?: true;
}

/** What is offered for an option: what people read (100 characters are shown), and what is sent for it (100 at most). */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Someone is typing an option. */
export interface Typing extends Omit<Call, 'channel'> {
  readonly option: string;
  /** So far; empty at first. */
  readonly text: string;
}

export interface Subcommand {
  readonly name: string;
  readonly description: string;
  /** Asks for Manage Server although its command is open. */
  readonly steering: boolean;
  readonly options: readonly CommandOption[];
  /** A form is filled in before it is used; its fields come as options. */
  readonly form?: true;
}

export type FormField =
  | {
      readonly kind: 'text';
      readonly name: string;
      /** 1 to 45 characters; `about` 1 to 100. */
      readonly label: string;
      readonly about: string;
      readonly required: boolean;
      readonly isLong: boolean;
      /** Characters that may be written. */
      readonly most: number;
      /** What it is filled in with. */
      readonly value: string;
    }
  /** Any number of up to 25 choices; they come as one text with spaces between. */
  | {
      readonly kind: 'choices';
      readonly name: string;
      readonly label: string;
      readonly about: string;
      readonly choices: readonly Choice[];
      readonly chosen: readonly string[];
    };

/** One to five fields under a title of up to 45 characters. */
export interface Form {
  readonly title: string;
  readonly fields: readonly FormField[];
  /** What is said with it in the place of what was typed before it. */
  readonly options?: Readonly<Record<string, string>>;
}

/**
 * What is used on a message, from its menu: it runs `subcommand`, which is none that can be typed, with the options
 * `message` (its id) and `link` (the first web address in it, or nothing).
 */
export interface MessageCommand {
  /** What the menu says: 1 to 32 characters. */
  readonly name: string;
  readonly subcommand: string;
}

/** Someone used a command. */
export interface Call {
  readonly subcommand: string;
  readonly options: ReadonlyMap<string, string | number | boolean>;
  readonly member: string;
  readonly guild: GuildId;
  readonly channel: ChannelId;
  readonly locale: string;
  readonly now: Instant;
}

/** A picture beside a card, and the same in words. */
export interface Picture {
  /** Of its file: letters, digits, hyphens, and `.png` at the end. */
  readonly name: string;
  /** PNG */
  readonly bytes: Uint8Array;
  /** Plain text of any length. */
  readonly alt: string;
}

/** A file to keep, handed out below a card. */
export interface Handout {
  /** Of its file: letters, digits, hyphens, and `.json` at the end. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Reply {
  readonly card: Card;
  /** Seen by the caller alone. */
  readonly ephemeral: boolean;
  readonly picture?: Picture;
  readonly handout?: Handout;
}

/** What the picture of a trial is drawn from. */
export interface TrialPlot {
  /** Plain text, both. */
  readonly title: string;
  readonly query: string;
  readonly from: Instant;
  readonly until: Instant;
  /** When each report came that it takes. */
  readonly hits: readonly Instant[];
  /** Those that another query takes, under its name; null where there is none. */
  readonly compared: { readonly name: string; readonly hits: readonly Instant[] } | null;
  /** The same in words. */
  readonly alt: string;
}

/** Draws what cards cannot show. */
export interface Pictures {
  /** How a deadline came to its date, as it stands at `now`. */
  chain(history: DeadlineHistory, now: Instant): Promise<Picture>;
  /** What a storyline takes of what is stored, day by day. */
  trial(plot: TrialPlot): Promise<Picture>;
}

export interface CommandPorts {
  readonly store: Store;
  /** Makes changes true, all or none, and wakes the loops that have work now. Throws StaleRevision as the store does. */
  readonly commit: Store['commit'];
  readonly feeds: Feeds;
  readonly pictures: Pictures;
  readonly premises: Premises;
  readonly addressesOf: AddressesOf;
  /** What a channel gets that chose nothing. */
  readonly usual: Pick<Follow, 'ladder' | 'gate' | 'caps'>;
  /** How many feeds a server may add for itself, and all servers together. */
  readonly feedRoom: { readonly perServer: number; readonly total: number };
  /** What is known against an address; null when nothing is. */
  readonly trapAt: (address: string) => string | null;
  /** What an article at an address may be known by, strongest first; nothing for what is no web address. */
  readonly namesOf: (link: string) => readonly string[];
  /** What queries may name, and how common words are, as it stands now. */
  readonly vocabulary: () => Vocabulary;
  /** Every storyline's judgement of an item, as the rules stand now, in the order of the catalogue. */
  readonly judgementsOf: (item: Pick<Item, 'title' | 'lede' | 'source'>) => readonly StorylineJudgement[];
}

/** One file per command. Reading is open to all; `steering` asks for Manage Server in all of it. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly steering: boolean;
  readonly subcommands: readonly Subcommand[];
  readonly messages?: readonly MessageCommand[];
  /** What cannot be typed: buttons alone use it. */
  readonly buttons?: readonly Subcommand[];
  /** Throws `Refusal` for what the person may read; anything else it throws is a bug. */
  run(call: Call, ports: CommandPorts): Promise<Reply>;
  /** The form of a subcommand that has one. Throws `Refusal` as `run` does. */
  form?(call: Call, ports: Pick<CommandPorts, 'store' | 'vocabulary'>): Promise<Form>;
  /** The best fits for what is being typed, at most 25 of which are shown; without any network. */
  offer?(typing: Typing, ports: Pick<CommandPorts, 'store'>): Promise<readonly Choice[]>;
}
