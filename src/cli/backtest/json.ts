/** A backtest as one JSON object. */
import { micro } from '../../decide/backtest/labels.ts';
import type { Report } from '../../decide/backtest/report.ts';
import { currentVersion, type Deadline, evidenceBehind, stateAfter, type Version } from '../../domain/deadline.ts';
import { originsBehind } from '../../domain/origin.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { originJson } from '../originJson.ts';
import type { Recorded } from '../recorder.ts';
import { keyOf, type Played } from './play.ts';

/** A storyline with what its query does. */
export interface Reported {
  readonly storyline: Storyline;
  readonly report: Report;
}

/** What was found, and what it led to. */
export interface Result {
  readonly reported: readonly Reported[];
  readonly played: Played;
}

function versionJson(deadline: Deadline, version: Version, inputs: Played['inputs']) {
  const { number, change, window, saidAt, bindingness, tier, confidence, evidence } = version;
  const said = evidence && {
    item: inputs.get(keyOf(evidence)) ?? evidence.item,
    outlet: evidence.source.name,
    label: evidence.source.label,
    origin: originJson(evidence.origin),
    link: evidence.link,
    published: evidence.published,
    quote: evidence.quote,
  };
  const origins = originsBehind(evidenceBehind(deadline, version)).count;
  return { number, change, ...window, saidAt, bindingness, tier, confidence, origins, evidence: said };
}

function deadlineJson(deadline: Deadline, inputs: Played['inputs']) {
  const { id: deadlineId, storyline, issuer, target, versions, confirmations } = deadline;
  return {
    id: deadlineId,
    storyline,
    issuer,
    target,
    state: stateAfter(currentVersion(deadline)),
    versions: versions.map((version) => versionJson(deadline, version, inputs)),
    confirmations: confirmations.map(({ version, evidence }) => ({
      version,
      item: inputs.get(keyOf(evidence)) ?? evidence.item,
      outlet: evidence.source.name,
      origin: originJson(evidence.origin),
    })),
  };
}

/** The figures of a replay. */
export function summaryOf(played: Played) {
  const count = (kind: Recorded['kind']) => played.recorded.filter((one) => one.kind === kind).length;
  const posts = (subject: Recorded['subject']) =>
    played.recorded.filter((one) => one.kind === 'post' && one.subject === subject).length;
  const { items, matched, from, until, developments } = played;
  return {
    items,
    matched,
    from,
    until,
    developments,
    deadlines: played.deadlines.length,
    posts: count('post'),
    edits: count('edit'),
    pings: played.recorded.filter(({ ping }) => ping).length,
    postsBySubject: {
      development: posts('development'),
      deadline: posts('deadline'),
      change: posts('change'),
      rung: posts('rung'),
      proposal: posts('proposal'),
    },
  };
}

/** Everything. */
export function jsonOf({ reported, played }: Result) {
  const of = (kind: Recorded['kind']) => played.recorded.filter((one) => one.kind === kind);
  const slugs = reported.map(({ storyline }) => storyline.slug);
  const labels = reported.flatMap(({ report }) => report.labels ?? []);
  return {
    storyline: slugs.length === 1 ? slugs[0] : slugs,
    posts: of('post'),
    edits: of('edit'),
    deadlines: played.deadlines.map((deadline) => deadlineJson(deadline, played.inputs)),
    summary: summaryOf(played),
    shown: [...played.shown].map(({ id }) => id),
    reports: reported.map(({ storyline, report }) => ({ storyline: storyline.slug, ...report })),
    micro: labels.length > 0 ? micro(labels) : null,
  };
}
