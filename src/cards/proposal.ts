/** A version that waits for the moderators' word: everything they need to judge it, and how to answer. */
import type { Card, CardButton } from '../domain/card.ts';
import { currentVersion, evidenceBehind, isDateless, type Version } from '../domain/deadline.ts';
import type { Subject } from '../domain/message.ts';
import { originsBehind } from '../domain/origin.ts';
import { codeOf, isWaiting } from '../domain/proposal.ts';
import { ACCENTS } from './accent.ts';
import { deadlineName, disputeTexts, lastFullDayText, plainDeadlineName, stakesText } from './chain.ts';
import { escaped } from './escape.ts';
import { buttons, line, RANK, section, withinLimits } from './limits.ts';
import { act, button } from './link.ts';
import { evidenceLines, sourceNames } from './source.ts';
import { storylineText } from './storyline.ts';
import { longWhen, sameTime, shortWhen, weekdayText } from './when.ts';
import { words } from './words.ts';

type ProposalSubject = Extract<Subject, { kind: 'proposal' }>;

/** What stands, or stood before the proposal came to stand itself. */
function before({ version, standing }: ProposalSubject): Version | null {
  if (standing === null) return null;
  const own = standing.versions.findIndex(({ admission }) => admission?.of === version.number);
  return own === -1 ? currentVersion(standing) : (standing.versions[own - 1] ?? null);
}

/** `Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)`, in a sentence. */
function changeWords(subject: ProposalSubject): string {
  const { version } = subject;
  const after = shortWhen(version.window);
  if (isDateless(version.change)) return `${words.changes[version.change]}: ${after}`;
  const stood = before(subject);
  if (stood === null) return words.proposal.first(after);
  const { window } = stood;
  const moved = sameTime(window, version.window) ? after : words.moved(shortWhen(window), after);
  return `${words.changes[version.change]}: ${moved}`;
}

/** Why people are asked at all. */
function reasonText({ tier, count, change, evidence }: Version): string {
  const from = evidence?.anchor.day ?? null;
  if (count !== null && from !== null) return words.proposal.counted(weekdayText(from));
  return tier === 'A' || isDateless(change) ? words.proposal.asked : words.proposal.unplain;
}

/** A member by Discord's own mark-up, which names without calling; a name that is no id is a name. */
function member(id: string | null): string {
  if (id === null) return words.proposal.somebody;
  return /^\d{17,20}$/.test(id) ? `<@${id}>` : escaped(id, 40);
}

/** A date that stands goes on counting down beside the proposal to move or end it. */
function answerText({ proposal, standing }: ProposalSubject): string {
  const state = words.proposal.states[proposal.state];
  if (state !== null) return `**${state(member(proposal.answeredBy))}**`;
  return words.proposal[standing === null ? 'answer' : 'answerBeside'](codeOf(proposal));
}

function said({ deadline, version }: ProposalSubject): string {
  const behind = evidenceBehind(deadline, version);
  const outlets = originsBehind(behind).count;
  const names = sourceNames(behind.map(({ source }) => source));
  return outlets === 0 ? words.proposal.saidByNone(names) : words.proposal.said(outlets, names);
}

/** The answers to a proposal that waits for one; an end has no date to edit. */
function answerButtons({ proposal, version }: ProposalSubject): readonly CardButton[] {
  if (!isWaiting(proposal)) return [];
  const filled = { proposal: codeOf(proposal) };
  const edit = act(words.buttons.edit, 'deadline confirm', filled, 'date');
  return [
    act(words.buttons.accept, 'deadline confirm', filled),
    ...(isDateless(version.change) ? [] : [edit]),
    act(words.buttons.reject, 'deadline dismiss', filled),
  ];
}

/** The proposal as it now stands; edited when another outlet says the same, and when it is answered. */
export function proposalCard(subject: ProposalSubject): Card {
  const { storyline, deadline, version, proposal } = subject;
  const headline = `${words.proposal.headlines[proposal.state]}: ${changeWords(subject)}`;
  const dates = isDateless(version.change) ? [] : [...longWhen(version.window), ...lastFullDayText(version)];
  return {
    summary: `${headline}. ${plainDeadlineName(deadline)}`,
    accent: ACCENTS.change,
    blocks: withinLimits([
      section([
        line(`### ${headline}`, RANK.always),
        line(deadlineName(deadline), RANK.always),
        ...dates.map((text) => line(text, RANK.fact)),
        ...stakesText(version).map((text) => line(text, RANK.fact)),
        ...evidenceLines(version.evidence),
        line(`-# ${said(subject)}`, RANK.fact),
        ...disputeTexts(deadline, version).map((text) => line(text, RANK.fact)),
        line(`-# ${reasonText(version)}`, RANK.note),
        line(storylineText(storyline), RANK.lede),
        line(answerText(subject), RANK.always),
      ]),
      buttons([...answerButtons(subject), ...button(words.buttons.source, version.evidence?.link ?? null)]),
    ]),
  };
}
