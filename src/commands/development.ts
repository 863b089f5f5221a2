/** `/development`: what moderators make of developments, and how they take it back. */
import { ACCENTS } from '../cards/accent.ts';
import { headlineOf } from '../cards/development.ts';
import { docketCard, rulingsCard, tellingCard } from '../cards/docket.ts';
import { escaped } from '../cards/escape.ts';
import { saying } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { LATELY } from '../decide/announce.ts';
import { type Order, type Ruled, ruleOver, undoRuling } from '../decide/rulings.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Choice, Command, CommandOption, CommandPorts, Subcommand, Typing } from '../domain/command.ts';
import { codeOfTelling, type Ruling, type Telling } from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import { StaleRevision } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { plus } from '../domain/time.ts';
import { fitting } from './offer.ts';
import { reportsIn, tellingFor } from './telling.ts';
import { unknownSubcommand } from './unknown.ts';

function text(name: string, description: string, required = true): CommandOption {
  return { name, description, required, kind: 'text' };
}

function offered(name: string, description: string, required = true): CommandOption {
  return { ...text(name, description, required), offers: true };
}

const WHICH = offered('development', words.commands.developmentWhich);
const REASON = text('reason', words.commands.developmentReason, false);

function steering(name: string, description: string, options: readonly CommandOption[]): Subcommand {
  return { name, description, steering: true, options };
}

const SUBCOMMANDS: readonly Subcommand[] = [
  steering('list', words.commands.developmentList, []),
  steering('show', words.commands.developmentShow, [WHICH]),
  steering('split', words.commands.developmentSplit, [WHICH, text('reports', words.commands.developmentReports)]),
  steering('merge', words.commands.developmentMerge, [
    offered('from', words.commands.developmentFrom),
    offered('into', words.commands.developmentInto),
  ]),
  steering('hold', words.commands.developmentHold, [WHICH, REASON]),
  steering('release', words.commands.developmentRelease, [WHICH]),
  steering('correct', words.commands.developmentCorrect, [
    WHICH,
    text('headline', words.commands.developmentHeadline),
    REASON,
  ]),
  steering('kill', words.commands.developmentKill, [WHICH, REASON]),
  steering('irrelevant', words.commands.developmentIrrelevant, [WHICH, REASON]),
  steering('rulings', words.commands.developmentRulings, []),
  steering('undo', words.commands.developmentUndo, [offered('ruling', words.commands.developmentRuling, false)]),
];

/** So many developments and rulings can be named: those of the last days. */
const NEWEST = 100;
const HEADLINE_LIMIT = 250;

/** A report or another moderator may have changed it between our read and our commit: read and decide anew. */
const TRIES = 3;

function docketOf({ guild, now }: Pick<Call, 'guild' | 'now'>, store: CommandPorts['store']): Promise<Docket> {
  return store.docket(guild, NEWEST, plus(now, -LATELY));
}

function optionOf({ options }: Call, name: string): string {
  return String(options.get(name) ?? '').trim();
}

function reasonOf(call: Call): string | null {
  return optionOf(call, 'reason') || null;
}

/** What the caller orders, and of which development. Throws a Refusal where it is unclear. */
async function orderIn(call: Call, docket: Docket, ports: CommandPorts): Promise<readonly [Telling, Order]> {
  const named = (name: string) => tellingFor(optionOf(call, name), docket, call.guild, ports);
  if (call.subcommand === 'merge') return [await named('into'), { kind: 'merge', other: await named('from') }];
  const telling = await named('development');
  switch (call.subcommand) {
    case 'split':
      return [telling, { kind: 'split', items: reportsIn(optionOf(call, 'reports'), telling) }];
    case 'correct':
      return [telling, { kind: 'correct', title: optionOf(call, 'headline'), reason: reasonOf(call) }];
    case 'release':
      return [telling, { kind: 'release' }];
    case 'hold':
    case 'kill':
    case 'irrelevant':
      return [telling, { kind: call.subcommand, reason: reasonOf(call) }];
    default:
      throw unknownSubcommand(development, call);
  }
}

/** The ruling that is named by its code, or the last one that was not taken back. Throws a Refusal for none. */
function rulingIn(call: Call, { rulings }: Docket): Ruling {
  const code = optionOf(call, 'ruling').toLowerCase();
  const found = rulings.find(({ id, undoneBy }) => (code === '' ? undoneBy === null : id.slice(3, 9) === code));
  if (!found) throw new Refusal(code === '' ? words.docket.noRulings : words.docket.noRuling(code));
  return found;
}

type Decide = (docket: Docket) => Promise<readonly [Ruled, string]>;

/** Decides and makes it true. Answers what it was about. Throws a Refusal for what cannot be done. */
async function makeTrue(
  { guild, member, now }: Call,
  { store, commit }: CommandPorts,
  decide: Decide,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const [ruled, headline] = await decide(await docketOf({ guild, now }, store));
    if (ruled.kind === 'problem') throw new Refusal(words.docket.problems[ruled.problem]);
    try {
      await commit(ruled.changes, { at: now, actor: `member:${member}`, guild });
      return headline;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === TRIES) throw error;
    }
  }
}

async function rule(call: Call, ports: CommandPorts): Promise<Card> {
  const headline = await makeTrue(call, ports, async (docket) => {
    const [telling, order] = await orderIn(call, docket, ports);
    return [ruleOver(telling, order, docket, call), headlineOf(telling)];
  });
  return saying(words.docket.done, ACCENTS.change, `${escaped(headline, HEADLINE_LIMIT)}\n${words.docket.undoable}`);
}

async function undo(call: Call, ports: CommandPorts): Promise<Card> {
  const told = await makeTrue(call, ports, async (docket) => {
    const ruling = rulingIn(call, docket);
    return [undoRuling(ruling, docket, call), words.docket.rulings[ruling.kind]];
  });
  return saying(words.docket.undone, ACCENTS.change, told);
}

async function cardOf(call: Call, ports: CommandPorts): Promise<Card> {
  if (call.subcommand === 'list') return docketCard(await docketOf(call, ports.store));
  if (call.subcommand === 'rulings') return rulingsCard(await docketOf(call, ports.store));
  if (call.subcommand === 'undo') return undo(call, ports);
  if (call.subcommand !== 'show') return rule(call, ports);
  const docket = await docketOf(call, ports.store);
  return tellingCard(await tellingFor(optionOf(call, 'development'), docket, call.guild, ports), docket);
}

function rulingChoice({ id, kind, before }: Ruling, { tellings }: Docket): Choice {
  const about = tellings.find((telling) => telling.id === before[0].edition);
  const headline = about ? ` · ${headlineOf(about)}` : '';
  return { name: `${words.docket.rulings[kind]}${headline}`, value: id.slice(3, 9) };
}

/** Developments by their headlines, or what was done and can be taken back. */
async function offer({ guild, now, option, text: typed }: Typing, { store }: Pick<CommandPorts, 'store'>) {
  const docket = await docketOf({ guild, now }, store);
  if (option === 'ruling') {
    const done = docket.rulings.filter(({ undoneBy }) => undoneBy === null);
    return fitting(
      done.map((ruling) => rulingChoice(ruling, docket)),
      typed,
    );
  }
  const choices = docket.tellings.map((telling): Choice => {
    return { name: `${headlineOf(telling)} · ${telling.storyline}`, value: codeOfTelling(telling) };
  });
  return fitting(choices, typed);
}

export const development: Command = {
  name: 'development',
  description: words.commands.development,
  steering: true,
  subcommands: SUBCOMMANDS,
  run: async (call, ports) => ({ card: await cardOf(call, ports), ephemeral: true }),
  offer,
};
