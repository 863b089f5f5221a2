import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { LANGUAGES } from '../../src/cards/language.ts';
import { bugCard, deadlineListCard, refusalCard, storylineListCard } from '../../src/cards/lists.ts';
import { messageBody } from '../../src/chat/payload.ts';
import type { Card } from '../../src/domain/card.ts';
import {
  BINDINGNESS,
  CHANGE_TYPES,
  type Deadline,
  RUNG_NAMES,
  type Version,
  type Window,
  ZONE_BASES,
} from '../../src/domain/deadline.ts';
import type { Development, Report } from '../../src/domain/development.ts';
import type { Edition, Ruling } from '../../src/domain/edition.ts';
import { FEED_VERDICTS } from '../../src/domain/feed.ts';
import {
  type ChannelId,
  type FeedId,
  type GuildId,
  id,
  type MessageKey,
  type NoticeId,
  type OutletId,
  type RoleId,
} from '../../src/domain/ids.ts';
import type { Audience, Subject } from '../../src/domain/message.ts';
import { ASKED_STATES, type Concern } from '../../src/domain/notice.ts';
import { LABELS, type Source } from '../../src/domain/outlet.ts';
import type { FollowedStoryline } from '../../src/domain/ports.ts';
import { PROPOSAL_STATES } from '../../src/domain/proposal.ts';
import type { Storyline } from '../../src/domain/storyline.ts';
import { addDays, type Instant, instantOf } from '../../src/domain/time.ts';
import { complaintsByDescription } from '../fakes/discord/openapi/judge.ts';
import { messageComplaints } from '../fakes/discord/rules.ts';
import {
  aConfirmation,
  aDeadline,
  aDevelopment,
  anEdition,
  anEvidence,
  aProposal,
  aReport,
  aRung,
  aSource,
  aStoryline,
  at,
  atMinute,
  aVersion,
  aWindow,
  day,
  toldOf,
  zone,
} from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';
import { anyText, anyUrl, constructsIn, measured, textOf } from './reading.ts';

const CHANNEL = id<ChannelId>('123456789012345678');

const anySource: fc.Arbitrary<Source> = fc
  .record({
    name: anyText,
    label: fc.constantFrom(...LABELS),
    group: fc.constantFrom('a', 'b', 'c', 'd'),
    state: fc.constantFrom(null, 'RU', 'US'),
  })
  .map(aSource);

const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: 1_700_000_000, max: 1_900_000_000 })
  .map((s) => instantOf(s * 1_000));

const anyWindow: fc.Arbitrary<Window> = fc
  .record({
    instant: fc.option(anyInstant),
    offset: fc.nat(400),
    length: fc.nat(90),
    precision: fc.constantFrom('day', 'range', 'month', 'vague'),
    zone: fc.constantFrom('America/New_York', 'Europe/Brussels', 'Asia/Kolkata', 'UTC').map(zone),
    zoneBasis: fc.constantFrom(...ZONE_BASES),
  })
  .map(({ instant, offset, length, precision, ...known }) => {
    const earliest = addDays(day('2025-07-01'), offset);
    if (instant !== null) return { ...atMinute(instant, earliest), ...known };
    return aWindow({ earliest, latest: addDays(earliest, precision === 'day' ? 0 : length), precision, ...known });
  });

const anyVersion: fc.Arbitrary<Version> = fc
  .record({
    change: fc.constantFrom(...CHANGE_TYPES),
    window: anyWindow,
    saidAt: anyInstant,
    bindingness: fc.constantFrom(...BINDINGNESS),
    flags: fc.array(anyText, { maxLength: 2 }),
    evidence: fc.option(fc.record({ source: anySource, link: anyUrl, quote: anyText }).map(anEvidence)),
  })
  .map(aVersion);

const anyDeadline: fc.Arbitrary<Deadline> = fc
  .record({
    issuer: anyText,
    target: anyText,
    versions: fc.tuple(anyVersion, fc.array(anyVersion, { maxLength: 15 })),
    confirming: fc.array(anySource, { maxLength: 5 }),
  })
  .map(({ versions: [first, later], confirming, ...parties }) =>
    aDeadline({
      ...parties,
      versions: [first, ...later.map((version, index) => ({ ...version, number: index + 2 }))],
      confirmations: confirming.map((source) => aConfirmation(1, source)),
    }),
  );

const SINCE = at('2025-07-31T08:00Z');

const anyStoryline: fc.Arbitrary<Storyline> = fc.record({ title: anyText, summary: anyText }).map(aStoryline);

const anyReport: fc.Arbitrary<Report> = fc
  .record({ source: anySource, title: anyText, lede: anyText, link: anyUrl, published: fc.option(anyInstant) })
  .map(aReport);

const anyDevelopment: fc.Arbitrary<Development> = fc
  .array(anyReport, { minLength: 1, maxLength: 40 })
  .map((reports) => aDevelopment({ reports }));

const anyEdition: fc.Arbitrary<Edition> = fc
  .tuple(
    fc.array(anyReport, { maxLength: 40 }),
    fc.constantFrom('held' as const, 'killed' as const, 'irrelevant' as const),
    fc.option(anyText),
    fc.option(anyText),
  )
  .map(([reports, kind, reason, title]) =>
    anEdition({
      reports,
      stand: { kind, since: SINCE, reason },
      correction: title === null ? null : { title, at: SINCE, reason },
    }),
  );

const A_RULING: Ruling = {
  id: id('ru_1'),
  guild: id('100'),
  kind: 'kill',
  member: '7',
  at: SINCE,
  reason: null,
  before: [{ edition: id('edition-1'), items: [], of: [], stand: { kind: 'told' }, correction: null }],
  rev: 1,
  undoneBy: null,
};

const lastOf = ({ versions }: Deadline): Version => versions.at(-1) ?? versions[0];

const anyConcern: fc.Arbitrary<Concern> = fc.oneof(
  fc.record({
    kind: fc.constant('feed' as const),
    feed: fc.constant(id<FeedId>('bbc')),
    outlet: anyText,
    verdict: fc.constantFrom(...FEED_VERDICTS),
    reason: anyText,
  }),
  fc.record({ kind: fc.constant('silence' as const), outlet: fc.constant(id<OutletId>('dw')), name: anyText }),
  fc.record({ kind: fc.constant('channel' as const), channel: fc.constant(CHANNEL), reason: anyText }),
  fc.record({
    kind: fc.constant('message' as const),
    key: fc.constant(id<MessageKey>('development-1/follow-1')),
    channel: fc.constant(CHANNEL),
    state: fc.constantFrom(...ASKED_STATES),
    wantedAt: anyInstant,
    title: anyText,
    reason: anyText,
  }),
);

const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc
    .tuple(anyStoryline, anyDevelopment, fc.option(anyDevelopment))
    .map(([storyline, development, before]) => toldOf(development, { storyline, before })),
  fc
    .tuple(anyStoryline, anyEdition, anyEdition)
    .map(([storyline, development, into]) => toldOf(development, { storyline, into })),
  fc
    .tuple(anyStoryline, anyDevelopment)
    .map(([storyline, development]) => ({ kind: 'corroboration' as const, storyline, development })),
  fc
    .array(fc.record({ storyline: anyStoryline, development: fc.oneof(anyDevelopment, anyEdition) }), { maxLength: 60 })
    .map((entries) => ({ kind: 'digest' as const, entries })),
  fc
    .tuple(anyStoryline, anyEdition, fc.constantFrom('kill' as const, 'correct' as const), fc.option(anyText))
    .map(([storyline, edition, kind, reason]) => ({
      kind: 'ruling' as const,
      storyline,
      edition,
      ruling: { ...A_RULING, kind, reason },
    })),
  fc.record({ kind: fc.constant('deadline' as const), storyline: anyStoryline, deadline: anyDeadline }),
  fc.tuple(anyStoryline, anyDeadline).map(([storyline, deadline]) => ({
    kind: 'change' as const,
    storyline,
    deadline,
    version: lastOf(deadline),
    before: deadline.versions[0],
  })),
  fc
    .tuple(anyStoryline, anyDeadline, fc.constantFrom(...RUNG_NAMES), anyInstant)
    .map(([storyline, deadline, name, at]) => ({
      kind: 'rung' as const,
      storyline,
      deadline,
      version: lastOf(deadline),
      rung: aRung({ name, at }),
      waited: at > SINCE,
    })),
  fc
    .tuple(fc.array(fc.tuple(anyStoryline, anyDeadline), { minLength: 1, maxLength: 30 }), anyInstant)
    .map(([entries, since]) => ({
      kind: 'catch_up' as const,
      cause: 'away' as const,
      developments: [],
      since,
      entries: entries.map(([storyline, deadline]) => ({
        storyline,
        deadline,
        version: lastOf(deadline).number,
        rungs: RUNG_NAMES,
      })),
    })),
  fc.tuple(anyConcern, anyInstant, fc.option(anyInstant)).map(([concern, since, resolvedAt]) => ({
    kind: 'notice' as const,
    notice: { id: id<NoticeId>('no_1'), guild: id<GuildId>('1'), rev: 1, concern, since, resolvedAt },
  })),
  fc
    .tuple(anyStoryline, anyDeadline, fc.constantFrom(...PROPOSAL_STATES), fc.option(anyText), fc.boolean())
    .map(([storyline, deadline, state, answeredBy, stands]) => ({
      kind: 'proposal' as const,
      storyline,
      deadline,
      version: lastOf(deadline),
      proposal: aProposal({ state, answeredBy }),
      standing: stands ? deadline : null,
    })),
);

const anyFollowed: fc.Arbitrary<FollowedStoryline> = fc.record({
  storyline: anyStoryline,
  channels: fc.array(
    fc.oneof(anyText, fc.constant(CHANNEL)).map((text) => id<ChannelId>(text)),
    { maxLength: 9 },
  ),
});

const anyList: fc.Arbitrary<Card> = fc.oneof(
  fc.array(anyDeadline, { maxLength: 30 }).map((deadlines) => deadlineListCard(deadlines, at('2025-08-06T12:00Z'))),
  fc.array(anyFollowed, { maxLength: 40 }).map(storylineListCard),
  anyText.map(refusalCard),
  anyText.map(bugCard),
);

const anyAudience: fc.Arbitrary<Audience> = fc.record({
  language: fc.constantFrom(null, ...LANGUAGES),
  hasRole: fc.boolean(),
});

const anyCard: fc.Arbitrary<Card> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(anySubject, anyAudience).map(([subject, audience]) => drawCard(subject, audience)) },
  anyList,
);

/** What our own layout may contain besides links and timestamps; channels are named in lists alone. */
const OURS = new Set(['### ', '-# ', '> ', '*', '~', '<', '>', '`']);

describe('every card, whatever the feeds say', () => {
  it('is within Discord’s limits as the chat sends it', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { components, characters, broken } = measured(card);
        expect(components).toBeLessThanOrEqual(40);
        expect(characters).toBeLessThanOrEqual(4_000);
        expect(broken).toEqual([]);
        expect(card.blocks.length).toBeGreaterThan(0);
      }),
      runs(),
    );
  });

  it('is a body that Discord takes: posted, edited, and as an answer, by its own description and its rules', () => {
    const messages = `/channels/${CHANNEL}/messages`;
    const answer = '/webhooks/123456789012345678/a-token/messages/@original';
    const query = new URLSearchParams();
    const refusals = (method: string, path: string, body: object) => [
      ...complaintsByDescription({ method, path, query, json: JSON.parse(JSON.stringify(body)) }),
      ...messageComplaints(body),
    ];
    fc.assert(
      fc.property(anyCard, fc.option(fc.constant(id<RoleId>('123456789012345679'))), (card, role) => {
        const body = messageBody(card, 7, role);
        const posted = { ...body, nonce: 'n'.repeat(22), enforce_nonce: true };
        expect(refusals('POST', messages, posted)).toEqual([]);
        expect(refusals('PATCH', `${messages}/1`, { ...body, allowed_mentions: { parse: [] } })).toEqual([]);
        expect(refusals('PATCH', answer, messageBody(card, null, null))).toEqual([]);
      }),
      runs(),
    );
  });

  it('has no markdown but our own, and no mention but channels of ours', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const text = textOf(card).replaceAll('<#123456789012345678>', '').replaceAll('`/story list`', '');
        expect(constructsIn(text).filter((each) => !OURS.has(each))).toEqual([]);
        expect(constructsIn(text.replace(/^> /gm, '')).filter((each) => /[<>`]/.test(each))).toEqual([]);
      }),
      runs(),
    );
  });

  it('has no control, bidi or half character', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(`${textOf(card)}${card.summary}`.replaceAll('@\u200B', '@')).not.toMatch(
          /(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/u,
        );
      }),
      runs(),
    );
  });

  it('keeps its layout: hostile text opens and closes nothing', () => {
    const withText = (text: string) => {
      const evidence = anEvidence({ source: aSource({ name: text }), quote: text });
      const deadline = aDeadline({ issuer: text, target: text, versions: [aVersion({ evidence })] });
      const report = aReport({ title: text, lede: text, source: aSource({ name: text }) });
      const storyline = aStoryline({ title: text });
      return [
        drawCard({ kind: 'deadline', storyline, deadline }),
        drawCard(toldOf(aDevelopment({ reports: [report, report] }), { storyline })),
      ].map((card) => constructsIn(textOf(card)));
    };
    const calm = withText('calm');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withText(`x ${text.slice(0, 60)}`)).toEqual(calm);
      }),
      runs(),
    );
  });

  it('is the same card for the same subject', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(drawCard(subject)).toEqual(drawCard(structuredClone(subject)));
      }),
      runs(),
    );
  });
});
