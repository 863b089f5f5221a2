/** Dates that moderators set, move and end on their own account. */
import { deadlineCard } from '../cards/deadline.ts';
import { httpUrl } from '../cards/link.ts';
import { words } from '../cards/words.ts';
import { endDate, moveDate, OUTCOMES, type Outcome, type Said, setDate } from '../decide/word.ts';
import type { Call, Choice, CommandPorts, Reply } from '../domain/command.ts';
import { currentVersion, type Word } from '../domain/deadline.ts';
import type { Facts } from '../domain/facts.ts';
import type { DeadlineId, StorylineSlug } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { UTC, type Zone } from '../domain/time.ts';
import { onFreshFacts } from './fresh.ts';
import { meant } from './history.ts';
import { openStorylines, storylineCalled, textOption } from './settings.ts';
import { typedDate } from './typedDate.ts';

type Ports = Pick<CommandPorts, 'store' | 'commit'>;

const NAME_LIMIT = 80;
const REASON_LIMIT = 200;

/** A text of theirs, null where there is none. Throws a Refusal for one that is too long to be shown. */
function shortText(call: Call, option: string, most: number): string | null {
  const text = textOption(call, option);
  if (text.length > most) throw new Refusal(words.ownDates.tooLong(option, most));
  return text === '' ? null : text;
}

function wordIn(call: Call): Word {
  const link = textOption(call, 'link');
  if (link !== '' && httpUrl(link) === null) throw new Refusal(words.ownDates.noLink(link));
  return { reason: shortText(call, 'reason', REASON_LIMIT), link: link === '' ? null : link };
}

/** Where dates of a storyline are read: its issuer's zone, else the one the server chose. */
export async function zoneFor(
  storyline: Storyline | null,
  { guild }: Pick<Call, 'guild'>,
  { store }: Pick<Ports, 'store'>,
): Promise<Zone> {
  return storyline?.deadline?.zone ?? (await store.server(guild)).settings.zone ?? UTC;
}

/** All that the chains of a storyline come from. */
export function factsOn(
  storyline: StorylineSlug,
  { now }: Pick<Call, 'now'>,
  { store }: Pick<Ports, 'store'>,
): Promise<Facts> {
  return store.facts({ identities: [], storylines: [storyline], titles: [], since: now, lately: now });
}

/** Makes their word true. Throws a Refusal where it changes nothing. */
async function makeTrue(said: Said, { now, member, guild }: Call, { commit }: Ports): Promise<DeadlineId> {
  if (said.kind === 'problem') throw new Refusal(words.ownDates.problems[said.problem]);
  await commit(said.changes, { at: now, actor: `member:${member}`, guild });
  return said.deadline;
}

/** The deadline as it stands now, to the caller alone. */
async function told(id: DeadlineId, storyline: Storyline, { store }: Ports): Promise<Reply> {
  const history = await store.deadline(id);
  if (history === null) throw new Error(`deadline ${id} was committed and cannot be read`);
  return { card: deadlineCard(storyline, history.deadline, { hasRole: false }), ephemeral: true };
}

/** Whom it binds and who set it, as moderators say, or as the storyline knows. Throws a Refusal where nobody does. */
function partiesIn(call: Call, { deadline: track }: Storyline) {
  const target = shortText(call, 'about', NAME_LIMIT) ?? track?.target.name;
  const issuer = shortText(call, 'issuer', NAME_LIMIT) ?? track?.issuer.name;
  if (target === undefined || issuer === undefined) throw new Refusal(words.ownDates.noParties);
  return { target, issuer };
}

/** Only what is followed is shown and counted down. */
async function followedStoryline(call: Call, ports: Ports): Promise<Storyline> {
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const { follows } = await ports.store.server(call.guild);
  if (follows.some((follow) => follow.storyline === storyline.slug)) return storyline;
  throw new Refusal(words.settings.notHere(storyline.title));
}

/** `/deadline add` */
export async function add(call: Call, ports: Ports): Promise<Reply> {
  const storyline = await followedStoryline(call, ports);
  const typed = typedDate(textOption(call, 'date'), await zoneFor(storyline, call, ports), call.now);
  const date = { ...typed, ...partiesIn(call, storyline), word: wordIn(call), storyline: storyline.slug };
  const id = await onFreshFacts(async () =>
    makeTrue(setDate(date, await factsOn(storyline.slug, call, ports), call), call, ports),
  );
  return told(id, storyline, ports);
}

/** `/deadline move` */
export async function move(call: Call, ports: Ports): Promise<Reply> {
  const word = wordIn(call);
  return onFreshFacts(async () => {
    const { history, storyline } = await meant(call, ports);
    const { deadline } = history;
    const typed = typedDate(textOption(call, 'date'), currentVersion(deadline).window.zone, call.now);
    const said = moveDate(deadline, { ...typed, word }, await factsOn(storyline.slug, call, ports), call);
    return told(await makeTrue(said, call, ports), storyline, ports);
  });
}

/** What the command calls an outcome: the words of its own, not those of the journal. */
const CALLED: Readonly<Record<Outcome, string>> = {
  met: 'met',
  unmet: 'passed',
  lifted: 'lifted',
  passed_unknown: 'unknown',
};

function outcomeIn(call: Call): Outcome {
  const named = textOption(call, 'outcome').toLowerCase();
  const found = OUTCOMES.find((outcome) => CALLED[outcome] === named);
  if (found === undefined) throw new Refusal(words.ownDates.noOutcome(named, Object.values(CALLED).join(', ')));
  return found;
}

/** `/deadline outcome` */
export async function outcome(call: Call, ports: Ports): Promise<Reply> {
  const [became, word] = [outcomeIn(call), wordIn(call)];
  return onFreshFacts(async () => {
    const { history, storyline } = await meant(call, ports);
    const said = endDate(history.deadline, became, word, await factsOn(storyline.slug, call, ports), call);
    return told(await makeTrue(said, call, ports), storyline, ports);
  });
}

export function offerOutcomes(): readonly Choice[] {
  return OUTCOMES.map((each) => ({ name: words.changes[each], value: CALLED[each] }));
}
