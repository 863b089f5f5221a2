/** Storylines that moderators make for their own server: a form, a trial, and a switch. */
import { ACCENTS } from '../cards/accent.ts';
import { spokenLanguage } from '../cards/language.ts';
import { act } from '../cards/link.ts';
import { channelText, saying } from '../cards/lists.ts';
import { storylineTitle } from '../cards/storyline.ts';
import { trialCard } from '../cards/trial.ts';
import { words } from '../cards/words.ts';
import type { Brief } from '../decide/backtest/report.ts';
import { LANGUAGES } from '../decide/match/language.ts';
import { queryFrom, termsIn, type Written, writtenIn } from '../decide/match/written.ts';
import { dropDraft, keepDraft, OWN_AT_MOST, ownSlug, remove, switchOn } from '../decide/own.ts';
import type { Card, CardButton } from '../domain/card.ts';
import type { Call, Choice, CommandPorts, Form, FormField, Typing } from '../domain/command.ts';
import { type DraftId, id } from '../domain/ids.ts';
import { LABELS } from '../domain/outlet.ts';
import type { Server } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Draft, Storyline } from '../domain/storyline.ts';
import { fitting } from './offer.ts';
import { inWords } from './queryInWords.ts';
import { openStorylines, settle, storylineCalled, textOption } from './settings.ts';
import { compiledFor, tried } from './trial.ts';

type Reading = Pick<CommandPorts, 'store' | 'vocabulary'>;

const TITLE_MOST = 80;
const WORDS_MOST = 1_000;
const EMPTY: Written = { any: [], and: [], none: [], only: [] };

/** The guild's own one that is named. Throws a Refusal for none. */
function ownCalled(text: string, { storylines }: Server): Storyline {
  const isOwn = storylines.some(({ slug, title }) => slug === text || title.toLowerCase() === text.toLowerCase());
  if (!isOwn) throw new Refusal(words.own.notOwn(text));
  return storylineCalled(text, storylines);
}

/** The guild's draft behind a button. Throws a Refusal for one that is not kept. */
async function draftIn(call: Call, { store }: Pick<CommandPorts, 'store'>): Promise<Draft> {
  const draft = await store.draft(id<DraftId>(textOption(call, 'draft')), call.guild);
  if (draft === null) throw new Refusal(words.own.noDraft);
  return draft;
}

function box(name: 'any' | 'and' | 'none', terms: readonly string[], required: boolean): FormField {
  const { own } = words;
  const about = { any: own.anyAbout, and: own.andAbout, none: own.noneAbout }[name];
  const value = terms.join('\n');
  return { kind: 'text', name, label: own[name], about, required, isLong: true, most: WORDS_MOST, value };
}

function limits(): readonly Choice[] {
  const languages = new Intl.DisplayNames([spokenLanguage()], { type: 'language' });
  return [
    ...LANGUAGES.map((code) => ({ name: languages.of(code) ?? code, value: `lang:${code}` })),
    ...LABELS.map((label) => ({ name: words.labels[label], value: `source:${label}` })),
  ];
}

function formOf(title: string, written: Written, options: Readonly<Record<string, string>>): Form {
  const { own } = words;
  const said = { kind: 'text', label: own.title, about: own.titleAbout, required: true, isLong: false } as const;
  return {
    title: own.form,
    fields: [
      { ...said, name: 'title', most: TITLE_MOST, value: title },
      box('any', written.any, true),
      box('and', written.and, false),
      box('none', written.none, false),
      {
        ...{ kind: 'choices', name: 'only', label: own.only, about: own.onlyAbout },
        ...{ choices: limits(), chosen: written.only },
      },
    ],
    options,
  };
}

function writtenOf(storyline: Storyline, ports: Reading): Written {
  const written = writtenIn(compiledFor(storyline, ports).query);
  if (written === null) throw new Refusal(words.own.notByForm(storyline.title));
  return written;
}

/** Empty for a new one, else filled in with what is there. */
export async function ownForm(call: Call, ports: Reading): Promise<Form> {
  if (call.subcommand === 'add') return formOf('', EMPTY, {});
  if (call.subcommand === 'change') {
    const { id: draft, storyline } = await draftIn(call, ports);
    return formOf(storyline.title, writtenOf(storyline, ports), { draft });
  }
  const storyline = ownCalled(textOption(call, 'storyline'), await ports.store.server(call.guild));
  return formOf(storyline.title, writtenOf(storyline, ports), { storyline: storyline.slug });
}

/** What the form says, as a storyline under `slug`, or under one of its own. Throws a Refusal for what is lacking. */
function storylineIn(call: Call, before: Storyline | null): Storyline {
  const title = textOption(call, 'title').replaceAll(/\s+/g, ' ');
  if (title === '' || title.length > TITLE_MOST) throw new Refusal(words.own.noTitle);
  const terms = (name: string) => termsIn(textOption(call, name));
  const only = textOption(call, 'only')
    .split(' ')
    .filter((one) => one !== '');
  const query = queryFrom({ any: terms('any'), and: terms('and'), none: terms('none'), only });
  if (query === '') throw new Refusal(words.own.noWords);
  if (before !== null) return { ...before, title, query };
  const { guild } = call;
  return { slug: ownSlug(guild, title), title, summary: '', guild, query, profile: null, deadline: null };
}

function checkRoom({ slug, title }: Storyline, { storylines }: Server): void {
  if (storylines.some((one) => one.slug === slug)) throw new Refusal(words.own.sameTitle(title));
  if (storylines.length >= OWN_AT_MOST) throw new Refusal(words.own.tooMany(OWN_AT_MOST));
}

/** What would flood a channel, or find nothing, is to be changed first. */
function mayBegin({ warnings }: Brief): boolean {
  return warnings.every(({ kind }) => kind === 'unseen');
}

/** What the answer to a trial lets be done with the draft. */
interface Offer {
  readonly maySwitchOn: boolean;
  readonly mayChange: boolean;
  readonly close: string;
}

function buttonsOf({ id: draft }: Draft, { maySwitchOn, mayChange }: Offer): readonly CardButton[] {
  const { buttons } = words;
  return [
    ...(maySwitchOn ? [act(buttons.switchOn, 'story switch', { draft })] : []),
    ...(mayChange ? [act(buttons.change, 'story change', { draft })] : []),
    act(buttons.cancel, 'story cancel', { draft }),
  ];
}

function offerAfter(report: Brief): Offer {
  const maySwitchOn = mayBegin(report);
  return { maySwitchOn, mayChange: true, close: maySwitchOn ? words.own.notYet : words.own.mend };
}

/** Keeps it as a draft and shows what it would have taken; nothing is switched on. */
async function tryOut(
  storyline: Storyline,
  before: Storyline | null,
  call: Call,
  ports: CommandPorts,
  offerOf: (report: Brief) => Offer = offerAfter,
): Promise<Card> {
  const { guild, member, now } = call;
  const trial = await tried(storyline, before, ports, now);
  if (trial === null) throw new Refusal(words.own.nothingStored);
  const report = trial.figures;
  const draft = keepDraft(storyline, guild, now);
  const kept = { kind: 'draft.kept', draft, because: 'a moderator looks at it' } as const;
  await ports.commit([kept], { at: now, actor: `member:${member}`, guild });
  const query = inWords(compiledFor(storyline, ports).query, ports.vocabulary().aliases);
  const offer = offerOf(report);
  return trialCard({ storyline, query, figures: report, close: offer.close, buttons: buttonsOf(draft, offer) });
}

export async function addOwn(call: Call, ports: CommandPorts): Promise<Card> {
  const storyline = storylineIn(call, null);
  checkRoom(storyline, await ports.store.server(call.guild));
  return tryOut(storyline, null, call, ports);
}

/** The catalogue's one that is named. Throws a Refusal for one of the server's own, or none. */
async function shippedCalled(call: Call, ports: CommandPorts): Promise<Storyline> {
  const text = textOption(call, 'storyline');
  const found = storylineCalled(text, await openStorylines(call, ports));
  if (found.guild !== null) throw new Refusal(words.own.isOwn(found.title));
  return found;
}

/** A storyline of the catalogue as the server's own, with its words and its dates: feeds of the server's own are read for it. */
export async function copyShipped(call: Call, ports: CommandPorts): Promise<Card> {
  const { guild } = call;
  const shipped = await shippedCalled(call, ports);
  const title = words.own.copyTitle(shipped.title).slice(0, TITLE_MOST);
  const copy: Storyline = { ...shipped, slug: ownSlug(guild, title), title, guild };
  checkRoom(copy, await ports.store.server(guild));
  const mayChange = writtenIn(compiledFor(copy, ports).query) !== null;
  const close = words.own.copyMeans(storylineTitle(shipped));
  return tryOut(copy, null, call, ports, () => ({ maySwitchOn: true, mayChange, close }));
}

export async function editOwn(call: Call, ports: CommandPorts): Promise<Card> {
  const before = ownCalled(textOption(call, 'storyline'), await ports.store.server(call.guild));
  return tryOut(storylineIn(call, before), before, call, ports);
}

/** The form of a draft once more: of a new storyline, or of one that is there. */
export async function changeDraft(call: Call, ports: CommandPorts): Promise<Card> {
  const { storyline } = await draftIn(call, ports);
  const { storylines } = await ports.store.server(call.guild);
  const before = storylines.find(({ slug }) => slug === storyline.slug) ?? null;
  return before === null ? addOwn(call, ports) : tryOut(storylineIn(call, before), before, call, ports);
}

export async function switchOnOwn(call: Call, ports: CommandPorts): Promise<Card> {
  const draft = await draftIn(call, ports);
  const { storyline } = draft;
  const server = await ports.store.server(call.guild);
  const isNew = !server.storylines.some(({ slug }) => slug === storyline.slug);
  if (isNew) checkRoom(storyline, server);
  compiledFor(storyline, ports);
  await settle(call, server, switchOn(draft, call.channel, ports.usual, server), ports);
  const meaning = isNew ? words.own.onMeans(channelText(call.channel)) : words.own.editedMeans;
  return saying(words.own.on(storylineTitle(storyline)), ACCENTS.change, meaning);
}

export async function cancelOwn(call: Call, ports: CommandPorts): Promise<Card> {
  const { guild, member, now } = call;
  const { id: draft, storyline } = await draftIn(call, ports);
  await ports.commit([dropDraft(draft)], { at: now, actor: `member:${member}`, guild });
  return saying(words.own.cancelled(storylineTitle(storyline)), ACCENTS.list, words.own.cancelledMeans);
}

export async function removeOwn(call: Call, ports: CommandPorts): Promise<Card> {
  const server = await ports.store.server(call.guild);
  const storyline = ownCalled(textOption(call, 'storyline'), server);
  await settle(call, server, remove(storyline, server, call.now), ports);
  return saying(words.own.gone(storylineTitle(storyline)), ACCENTS.change, words.own.goneMeans);
}

export async function offerShipped(
  { guild, text }: Typing,
  ports: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const shipped = (await openStorylines({ guild }, ports)).filter((one) => one.guild === null);
  return fitting(
    shipped.map(({ title, slug }) => ({ name: title, value: slug })),
    text,
  );
}

export async function offerOwn(
  { guild, text }: Typing,
  { store }: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const { storylines } = await store.server(guild);
  return fitting(
    storylines.map(({ title, slug }) => ({ name: title, value: slug })),
    text,
  );
}
