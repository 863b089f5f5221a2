import { storylineListCard } from '../cards/lists.ts';
import { followButton } from '../cards/storyline.ts';
import { whyCard } from '../cards/why.ts';
import { words } from '../cards/words.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Command, CommandOption, CommandPorts, Reply, Subcommand } from '../domain/command.ts';
import type { ExplainedItem } from '../domain/facts.ts';
import { type ItemId, id, type PostedId } from '../domain/ids.ts';
import type { Subject } from '../domain/message.ts';
import { isOpenTo, namesOpenTo } from '../domain/owner.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { backtestStory } from './backtestStory.ts';
import { history } from './history.ts';
import { follow, unfollow } from './membership.ts';
import {
  addOwn,
  cancelOwn,
  changeDraft,
  copyShipped,
  editOwn,
  offerOwn,
  offerShipped,
  ownForm,
  removeOwn,
  switchOnOwn,
} from './ownStory.ts';
import { offerFollowed, pause, resume } from './pausing.ts';
import { offerStorylines, openStorylines } from './settings.ts';
import { showStory } from './showStory.ts';
import { unknownSubcommand } from './unknown.ts';

const STORYLINE: CommandOption = {
  name: 'storyline',
  description: words.commands.storyFollowStoryline,
  required: true,
  kind: 'text',
  offers: true,
};

const SUBCOMMANDS: readonly Subcommand[] = [
  { name: 'list', description: words.commands.storyList, steering: false, options: [] },
  {
    name: 'show',
    description: words.commands.storyShow,
    steering: false,
    options: [{ ...STORYLINE, description: words.commands.storyShowStoryline }],
  },
  { name: 'follow', description: words.commands.storyFollow, steering: false, options: [STORYLINE] },
  { name: 'unfollow', description: words.commands.storyUnfollow, steering: false, options: [STORYLINE] },
  {
    name: 'backtest',
    description: words.commands.storyBacktest,
    steering: true,
    options: [
      { ...STORYLINE, description: words.commands.storyBacktestStoryline },
      { name: 'query', description: words.commands.storyBacktestQuery, required: false, kind: 'text' },
    ],
  },
  { name: 'add', description: words.commands.storyAdd, steering: true, options: [], form: true },
  {
    name: 'copy',
    description: words.commands.storyCopy,
    steering: true,
    options: [{ ...STORYLINE, description: words.commands.storyCopyStoryline }],
  },
  {
    name: 'edit',
    description: words.commands.storyEdit,
    steering: true,
    options: [{ ...STORYLINE, description: words.commands.storyOwn }],
    form: true,
  },
  {
    name: 'remove',
    description: words.commands.storyRemove,
    steering: true,
    options: [{ ...STORYLINE, description: words.commands.storyOwn }],
  },
  {
    name: 'pause',
    description: words.commands.storyPause,
    steering: true,
    options: [{ ...STORYLINE, description: words.commands.storyPauseStoryline }],
  },
  {
    name: 'resume',
    description: words.commands.storyResume,
    steering: true,
    options: [{ ...STORYLINE, description: words.commands.storyResumeStoryline }],
  },
  {
    name: 'why',
    description: words.commands.storyWhy,
    steering: false,
    options: [{ name: 'link', description: words.commands.storyWhyLink, required: true, kind: 'text' }],
  },
];

/** Buttons name an article so: its link may be longer than they can carry. */
function isItemId(text: string): text is ItemId {
  return /^it_[\w-]+$/.test(text);
}

/** A server's own feed is read for its own storylines. */
function mayHold(storyline: Storyline, item: ExplainedItem, guild: Call['guild']): boolean {
  return item.guild === null ? isOpenTo(guild, storyline) : storyline.guild === item.guild;
}

type Asking = Pick<Call, 'options' | 'guild'>;

/** The article that is named, if the server may know of it; null for one that is not stored. Throws Refusal for what is no link. */
async function itemAsked({ options, guild }: Asking, { store, namesOf }: CommandPorts): Promise<ExplainedItem | null> {
  const text = String(options.get('link') ?? '').trim();
  if (isItemId(text)) {
    const item = await store.item(text);
    return item !== null && isOpenTo(guild, item) ? item : null;
  }
  const names = namesOf(text);
  if (names.length === 0) throw new Refusal(words.why.noLink);
  return store.explained(namesOpenTo(guild, names));
}

async function why(asking: Asking, ports: CommandPorts): Promise<Card> {
  const item = await itemAsked(asking, ports);
  if (item === null) throw new Refusal(words.why.unknown);
  const judged = ports.judgementsOf(item).filter(({ storyline }) => mayHold(storyline, item, asking.guild));
  return whyCard({ item, judged });
}

/** The article that a message came of; null where it came of several, or of none. */
function itemBehind(subject: Subject): ItemId | null {
  switch (subject.kind) {
    case 'development':
    case 'corroboration':
      return subject.development.reports[0]?.item ?? null;
    case 'ruling':
      return subject.edition.reports[0]?.item ?? null;
    case 'proposal':
      return subject.version.evidence?.item ?? null;
    default:
      return null;
  }
}

/** How an alert came to be: the article behind it, or the whole chain of its deadline. */
async function whyAlert(call: Call, ports: CommandPorts): Promise<Reply> {
  const subject = await ports.store.posted(id<PostedId>(String(call.options.get('message'))), call.guild);
  if (subject === null) throw new Refusal(words.why.noAlert);
  if (subject.kind === 'deadline' || subject.kind === 'change' || subject.kind === 'rung') {
    return history({ ...call, options: new Map([['deadline', subject.deadline.id]]) }, ports);
  }
  const item = itemBehind(subject);
  if (item === null) throw new Refusal(words.why.several);
  return { card: await why({ guild: call.guild, options: new Map([['link', item]]) }, ports), ephemeral: true };
}

/** Buttons for the storylines that an article is in, as many as a row takes. */
const FOLLOWS_SHOWN = 5;

/** What the storylines make of a link, and their roles for the asking. */
async function track(call: Call, ports: CommandPorts): Promise<Card> {
  if (call.options.get('link') === '') throw new Refusal(words.why.linkless);
  const card = await why(call, ports);
  const item = await itemAsked(call, ports);
  const { follows } = await ports.store.server(call.guild);
  const calling = new Set<string>(follows.filter(({ role }) => role !== null).map(({ storyline }) => storyline));
  const matched = new Set<string>(item?.matches.map(({ storyline }) => storyline));
  const storylines = (await openStorylines(call, ports)).filter(({ slug }) => matched.has(slug) && calling.has(slug));
  const row = storylines.flatMap((storyline) => followButton(storyline, { hasRole: true })).slice(0, FOLLOWS_SHOWN);
  return row.length === 0 ? card : { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: row }] };
}

/** What buttons of a trial do. */
const BUTTONS: readonly Subcommand[] = ['change', 'switch', 'cancel'].map((name) => {
  return { name, description: '', steering: true, options: [], ...(name === 'change' ? { form: true } : {}) };
});

const ANSWERS: Readonly<Record<string, (call: Call, ports: CommandPorts) => Promise<Card>>> = {
  list: async ({ guild }, { store }) => storylineListCard(await store.storylines(guild)),
  show: showStory,
  follow,
  unfollow,
  add: addOwn,
  copy: copyShipped,
  edit: editOwn,
  remove: removeOwn,
  change: changeDraft,
  switch: switchOnOwn,
  cancel: cancelOwn,
  pause,
  resume,
  track,
  why,
};

/** The storylines: where this server follows them, who is called by them, and why an article is in them. */
export const story: Command = {
  name: 'story',
  description: words.commands.story,
  steering: false,
  subcommands: SUBCOMMANDS,
  messages: [
    { name: words.why.alert, subcommand: 'alert' },
    { name: words.why.track, subcommand: 'track' },
  ],
  buttons: BUTTONS,
  async run(call, ports) {
    if (call.subcommand === 'alert') return whyAlert(call, ports);
    if (call.subcommand === 'backtest') return backtestStory(call, ports);
    const answered = ANSWERS[call.subcommand];
    if (answered === undefined) throw unknownSubcommand(story, call);
    return { card: await answered(call, ports), ephemeral: true };
  },
  form: ownForm,
  async offer(typing, ports) {
    if (typing.subcommand === 'edit' || typing.subcommand === 'remove') return offerOwn(typing, ports);
    if (typing.subcommand === 'copy') return offerShipped(typing, ports);
    if (typing.subcommand === 'pause') return offerFollowed(typing, false, ports);
    return typing.subcommand === 'resume' ? offerFollowed(typing, true, ports) : offerStorylines(typing, ports);
  },
};
