/**
 * Every word a member reads, by where it is read: `words.when.today`. What they say lies in `languages/`, one file each;
 * which of them is spoken is whoever's they are told to (`language.ts`). The functions put words around their arguments
 * and nothing else: whether an argument is plain text or escaped markdown is the caller's business.
 */
import type { Bindingness, ChangeType, RungName, TypedProblem, ZoneBasis } from '../domain/deadline.ts';
import type { RulingProblem } from '../domain/edition.ts';
import type { FeedVerdict, Remark } from '../domain/feed.ts';
import type { Label } from '../domain/outlet.ts';
import type { ProposalState } from '../domain/proposal.ts';
import { isSaid, listOf, said, spokenLanguage, t } from './language.ts';

/** `1,482` */
const grouped = (count: number) => count.toLocaleString(spokenLanguage());

const changes: Readonly<Record<ChangeType, string>> = said('changes');

/** What an alert opens with; the dates follow after a colon. A date that no longer counts is not taken for news. */
const alerts: Readonly<Record<ChangeType, string>> = said('alerts', {
  get fixed() {
    return changes.fixed;
  },
  get brought_forward() {
    return changes.brought_forward;
  },
  get extended() {
    return changes.extended;
  },
  get corrected() {
    return changes.corrected;
  },
  get disputed() {
    return changes.disputed;
  },
});

const rulingProblems: Readonly<Record<RulingProblem, string>> = said('rulingProblems');

const typedProblems: Readonly<Record<TypedProblem, (text: string) => string>> = {
  empty: () => t('typedProblems.empty'),
  no_date: (text) => t('typedProblems.no_date', { text }),
  more_than_a_date: (text) => t('typedProblems.more_than_a_date', { text }),
  no_such_day: (text) => t('typedProblems.no_such_day', { text }),
  past: (text) => t('typedProblems.past', { text }),
};

const proposalHeadlines: Readonly<Record<ProposalState, string>> = said('proposalHeadlines');

/** Of a proposal that was answered, or needs no answer any more; null while it does. */
const proposalStates: Readonly<Record<ProposalState, ((who: string) => string) | null>> = {
  held: () => t('proposalStates.held'),
  open: null,
  admitted: () => t('proposalStates.admitted'),
  accepted: (who) => t('proposalStates.accepted', { who }),
  dismissed: (who) => t('proposalStates.dismissed', { who }),
  overtaken: () => t('proposalStates.overtaken'),
};

const labels: Readonly<Record<Label, string>> = said('labels');

const bindingness: Readonly<Record<Bindingness, string>> = said('bindingness');

const assumed = (zone: string) => t('zoneBases.assumed', { zone });

/** UTC is no place: nothing is set or written there. */
const zoneBases: Readonly<Record<ZoneBasis, (zone: string) => string>> = {
  stated: (zone) => t('zoneBases.stated', { zone }),
  issuer: (zone) => (zone === 'UTC' ? assumed(zone) : t('zoneBases.issuer', { zone })),
  outlet: (zone) => (zone === 'UTC' ? assumed(zone) : t('zoneBases.outlet', { zone })),
  default: assumed,
};

const rungs: Readonly<Record<RungName, string>> = said('rungs');

const verdicts: Readonly<Record<FeedVerdict, string>> = said('verdicts');

const remarks: Readonly<Record<Remark['name'], string>> = said('remarks');

/** Minutes in the unit that people would use. */
function duration(minutes: number): string {
  if (minutes < 90) return t('duration.minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('duration.hours', { count: hours }) : t('duration.days', { count: Math.round(hours / 24) });
}

export const words = {
  get months() {
    return listOf('months');
  },
  get shortMonths() {
    return listOf('shortMonths');
  },
  get weekdays() {
    return listOf('weekdays');
  },
  changes,
  alerts,
  labels,
  bindingness,
  zoneBases,
  rungs,
  /** Zones by the names members know; any other is called by its city. */
  zone: (zone: string) =>
    isSaid(`zones.${zone}`) ? t(`zones.${zone}`) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  flag: (flag: string) => t('flag', { flag: isSaid(`flags.${flag}`) ? t(`flags.${flag}`) : flag.replaceAll('_', ' ') }),
  quote: (text: string) => t('quote', { text }),
  moved: (before: string, after: string) => t('moved', { before, after }),
  when: said('when', {
    approximate: (dates: string) => t('when.approximate', { dates }),
    vague: (dates: string) => t('when.vague', { dates }),
    day: (date: string, zone: string, own: string) => t('when.day', { date, zone, own }),
    range: (dates: string, zone: string) => t('when.range', { dates, zone }),
    clocks: (utc: string, local: string, zone: string) => t('when.clocks', { utc, local, zone }),
    lastFullDay: (date: string, zone: string) => t('when.lastFullDay', { date, zone }),
    inDays: (days: number) => t('when.inDays', { days }),
  }),
  deadline: said('deadline', {
    name: (target: string, issuer: string) => t('deadline.name', { target, issuer }),
    reported: (time: string) => t('deadline.reported', { time }),
    disputed: (status: string, sources: number) =>
      sources === 0 ? t('deadline.disputed.none', { status }) : t('deadline.disputed', { status, count: sources }),
    disputedBy: (source: string, date: string) => t('deadline.disputedBy', { source, date }),
    condition: (text: string) => t('deadline.condition', { text }),
    consequence: (text: string) => t('deadline.consequence', { text }),
    confirmed: (outlets: number) => t('deadline.confirmed', { count: outlets }),
    changedSince: (change: string) => t('deadline.changedSince', { change }),
  }),
  story: said('story', {
    anyOf: (terms: string) => t('story.anyOf', { terms }),
    atLeast: (number: number, terms: string) => t('story.atLeast', { number, terms }),
    raises: (terms: string) => t('story.raises', { terms }),
    noneOf: (terms: string) => t('story.noneOf', { terms }),
    near: (terms: string) => t('story.near', { terms }),
    beginning: (word: string) => t('story.beginning', { word }),
    named: (name: string, names: string) => t('story.named', { name, names }),
    inTitle: (term: string) => t('story.inTitle', { term }),
    inLede: (term: string) => t('story.inLede', { term }),
    language: (language: string) => t('story.language', { language }),
    source: (source: string) => t('story.source', { source }),
    since: (day: string) => t('story.since', { day }),
    until: (day: string) => t('story.until', { day }),
    unreadable: (query: string) => t('story.unreadable', { query }),
    activity: (week: number, month: number) => t('story.activity', { week: grouped(week), month: grouped(month) }),
  }),
  own: said('settings.own', {
    unreadable: (message: string, remedy: string) => t('settings.own.unreadable', { message, remedy }),
    sameTitle: (title: string) => t('settings.own.sameTitle', { title }),
    tooMany: (most: number) => t('settings.own.tooMany', { most }),
    notOwn: (storyline: string) => t('settings.own.notOwn', { storyline }),
    notByForm: (storyline: string) => t('settings.own.notByForm', { storyline }),
    isOwn: (storyline: string) => t('settings.own.isOwn', { storyline }),
    copyTitle: (storyline: string) => t('settings.own.copyTitle', { storyline }),
    copyMeans: (storyline: string) => t('settings.own.copyMeans', { storyline }),
    trial: (storyline: string) => t('settings.own.trial', { storyline }),
    found: (hits: number, items: number, days: number, rate: string) =>
      t('settings.own.found', { hits, items, days, rate }),
    nearMisses: (count: number) => t('settings.own.nearMisses', { count }),
    gains: (count: number) => t('settings.own.gains', { count }),
    loses: (count: number) => t('settings.own.loses', { count }),
    on: (storyline: string) => t('settings.own.on', { storyline }),
    onMeans: (channel: string) => t('settings.own.onMeans', { channel }),
    cancelled: (storyline: string) => t('settings.own.cancelled', { storyline }),
    gone: (storyline: string) => t('settings.own.gone', { storyline }),
    added: (storyline: string) => t('settings.own.added', { storyline }),
    removed: (storyline: string) => t('settings.own.removed', { storyline }),
    changed: (storyline: string, before: string, after: string) =>
      t('settings.own.changed', { storyline, before, after }),
  }),
  pausing: said('settings.pausing', {
    paused: (storyline: string) => t('settings.pausing.paused', { storyline }),
    resumed: (storyline: string) => t('settings.pausing.resumed', { storyline }),
    notFollowed: (storyline: string) => t('settings.pausing.notFollowed', { storyline }),
    already: (storyline: string) => t('settings.pausing.already', { storyline }),
    notPaused: (storyline: string) => t('settings.pausing.notPaused', { storyline }),
  }),
  ownFeeds: said('settings.ownFeeds', {
    added: (feed: string) => t('settings.ownFeeds.added', { feed }),
    readFor: (storylines: readonly string[]) => t('settings.ownFeeds.readFor', { storylines: storylines.join(', ') }),
    alreadyShared: (feed: string) => t('settings.ownFeeds.alreadyShared', { feed }),
    alreadyOwn: (feed: string) => t('settings.ownFeeds.alreadyOwn', { feed }),
    tooMany: (most: number) => t('settings.ownFeeds.tooMany', { most }),
    notOwn: (feed: string) => t('settings.ownFeeds.notOwn', { feed }),
    paused: (feed: string) => t('settings.ownFeeds.paused', { feed }),
    isPaused: (feed: string) => t('settings.ownFeeds.isPaused', { feed }),
    resumed: (feed: string) => t('settings.ownFeeds.resumed', { feed }),
    isRead: (feed: string) => t('settings.ownFeeds.isRead', { feed }),
    removed: (feed: string) => t('settings.ownFeeds.removed', { feed }),
    wasAdded: (feed: string, host: string) => t('settings.ownFeeds.wasAdded', { feed, host }),
    wasRemoved: (feed: string) => t('settings.ownFeeds.wasRemoved', { feed }),
    wasPaused: (feed: string) => t('settings.ownFeeds.wasPaused', { feed }),
    wasResumed: (feed: string) => t('settings.ownFeeds.wasResumed', { feed }),
  }),
  muting: said('settings.muting', {
    muted: (outlet: string) => t('settings.muting.muted', { outlet }),
    unmuted: (outlet: string) => t('settings.muting.unmuted', { outlet }),
    already: (outlet: string) => t('settings.muting.already', { outlet }),
    notMuted: (outlet: string) => t('settings.muting.notMuted', { outlet }),
    noOutlet: (outlet: string) => t('settings.muting.noOutlet', { outlet }),
  }),
  catchUp: said('catchUp', {
    since: (time: string) => t('catchUp.since', { time }),
    paused: (time: string) => t('catchUp.paused', { time }),
    quiet: (time: string) => t('catchUp.quiet', { time }),
    passed: (date: string) => t('catchUp.passed', { date }),
    ahead: (date: string) => t('catchUp.ahead', { date }),
    reminders: (names: readonly string[]) => t('catchUp.reminders', { names: names.join(', ') }),
  }),
  thread: said('thread'),
  welcome: said('welcome'),
  notices: said('notices', {
    feed: (feed: string, outlet: string) => t('notices.feed', { feed, outlet }),
    network: (feeds: number) => t('notices.network', { feeds }),
    silence: (outlet: string) => t('notices.silence', { outlet }),
    inChannel: (channel: string) => t('notices.inChannel', { channel }),
    disk: (megabytes: number) => t('notices.disk', { megabytes }),
    message: said('notices.message'),
    messageRemedy: said('notices.messageRemedy'),
    wanted: (channel: string, time: string) => t('notices.wanted', { channel, time }),
    answers: said('notices.answers'),
    did: said('notices.did'),
    will: said('notices.will'),
    since: (time: string) => t('notices.since', { time }),
    between: (from: string, to: string) => t('notices.between', { from, to }),
    over: (from: string, to: string) => t('notices.over', { from, to }),
    resolved: (headline: string) => t('notices.resolved', { headline }),
  }),
  ownDates: said('ownDates', {
    tooLong: (option: string, most: number) => t('ownDates.tooLong', { option, most }),
    noLink: (text: string) => t('ownDates.noLink', { text }),
    noOutcome: (text: string, known: string) => t('ownDates.noOutcome', { text, known }),
    problems: said('ownDates.problems'),
  }),
  typed: {
    problems: typedProblems,
    ambiguous: (dates: readonly string[]) => t('typed.ambiguous', { dates: dates.join(' or ') }),
  },
  proposal: said('proposal', {
    headlines: proposalHeadlines,
    first: (date: string) => t('proposal.first', { date }),
    states: proposalStates,
    counted: (day: string) => t('proposal.counted', { day }),
    said: (outlets: number, names: string) => t('proposal.said', { count: outlets, names }),
    saidByNone: (names: string) => t('proposal.saidByNone', { names }),
    answer: (code: string) => t('proposal.answer', { code }),
    answerBeside: (code: string) => t('proposal.answerBeside', { code }),
    unknown: (code: string, waiting: string) => t('proposal.unknown', { code, waiting }),
    stands: (name: string) => t('proposal.stands', { name }),
    isDismissed: (name: string) => t('proposal.isDismissed', { name }),
  }),
  rung: said('rung', {
    daysLeft: (days: number) => t('rung.daysLeft', { count: days }),
    daysToFirst: (days: number) => t('rung.daysToFirst', { count: days }),
    asked: (date: string) => t('rung.asked', { date }),
    read: (time: string) => t('rung.read', { time }),
    waited: (date: string) => t('rung.waited', { date }),
    dueAt: (time: string) => t('rung.dueAt', { time }),
  }),
  counted: said('counted'),
  stands: {
    held: (at: string) => t('stands.held', { at }),
    killed: (at: string) => t('stands.killed', { at }),
    irrelevant: (at: string) => t('stands.irrelevant', { at }),
    merged: (headline: string) => t('stands.merged', { headline }),
    corrected: (at: string) => t('stands.corrected', { at }),
  },
  ruling: said('ruling', {
    correct: said('ruling.correct', {
      says: (headline: string) => t('ruling.correct.says', { headline }),
    }),
    kill: said('ruling.kill', {
      says: (headline: string) => t('ruling.kill.says', { headline }),
    }),
  }),
  digest: {
    headline: (developments: number) => t('digest.headline', { count: developments }),
  },
  get corroboration() {
    return t('corroboration');
  },
  origins: said('origins', {
    credited: (who: string) => t('origins.credited', { who }),
    quoted: (who: string) => t('origins.quoted', { who }),
    reprint: (whose: string) => t('origins.reprint', { whose }),
    reworded: (whose: string) => t('origins.reworded', { whose }),
    same_title: (whose: string) => t('origins.same_title', { whose }),
    stateControlled: (who: string) => t('origins.stateControlled', { who }),
  }),
  development: said('development', {
    unconfirmed: (origins: number) => t('development.unconfirmed', { count: origins }),
    followUp: (title: string) => t('development.followUp', { title }),
    one: (source: string) => t('development.one', { source }),
    many: (outlets: number, reports: number) =>
      t('development.many', {
        outlets: t('development.many.outlets', { count: outlets }),
        reports: t('development.many.reports', { count: reports }),
      }),
    nobody: (reports: number) => t('development.nobody', { count: reports }),
    per: (outlets: string) => t('development.per', { outlets }),
    more: (reports: number) => t('development.more', { reports }),
    counted: (what: string, value: number) => t('development.counted', { what, value }),
    before: (values: string) => t('development.before', { values }),
    claimed: (value: number, whose: string) => t('development.claimed', { value, whose }),
  }),
  buttons: said('buttons'),
  lists: said('lists', {
    storyline: (number: number, slug: string) => t('lists.storyline', { number, slug }),
    more: (count: number) => t('lists.more', { count }),
    followedIn: (channels: string) => t('lists.followedIn', { channels }),
  }),
  history: said('history', {
    which: (names: string) => t('history.which', { names }),
    many: (asked: string, names: string) => t('history.many', { asked, names }),
    none: (asked: string) => t('history.none', { asked }),
    entry: (number: number, name: string) => t('history.entry', { number, name }),
  }),
  docket: said('docket', {
    stands: said('docket.stands'),
    joined: said('docket.joined'),
    noRuling: (code: string) => t('docket.noRuling', { code }),
    rulings: said('docket.rulings'),
    undoneBy: (member: string) => t('docket.undoneBy', { member }),
    none: (asked: string) => t('docket.none', { asked }),
    many: (asked: string, names: string) => t('docket.many', { asked, names }),
    noReport: (part: string, reports: number) => t('docket.noReport', { part, reports }),
    problems: rulingProblems,
  }),
  feeds: said('feeds', {
    verdicts,
    remarks,
    counts: (feeds: number, counted: readonly string[]) =>
      t('feeds.counts', { count: feeds, counted: counted.join(', ') }),
    needCare: (count: number) => t('feeds.needCare', { count }),
    healthy: (count: number) => t('feeds.healthy', { count }),
    unpolled: (count: number) => t('feeds.unpolled', { count }),
    off: (count: number) => t('feeds.off', { count }),
    moreTroubled: (count: number) => t('feeds.moreTroubled', { count }),
    moreHealthy: (count: number) => t('feeds.moreHealthy', { count }),
    since: (verdict: string, time: string) => t('feeds.since', { verdict, time }),
    lastSuccess: (time: string) => t('feeds.lastSuccess', { time }),
    nextTry: (time: string) => t('feeds.nextTry', { time }),
    paused: (time: string) => t('feeds.paused', { time }),
    newest: (time: string) => t('feeds.newest', { time }),
    rhythm: (minutes: number) => t('feeds.rhythm', { minutes: duration(minutes) }),
    polls: (drawn: string, count: number, counted: readonly string[]) =>
      t('feeds.polls', { drawn, count, counted: counted.join(', ') }),
    read: (count: number) => t('feeds.read', { count }),
    unchanged: (count: number) => t('feeds.unchanged', { count }),
    failed: (count: number) => t('feeds.failed', { count }),
    legend: (read: string, unchanged: string, failed: string) => t('feeds.legend', { read, unchanged, failed }),
    one: (feed: string) => t('feeds.one', { feed }),
    status: (verdict: string) => t('feeds.status', { verdict }),
    configured: (minutes: number) => t('feeds.configured', { minutes: duration(minutes) }),
    inARow: (failures: number) => t('feeds.inARow', { count: failures }),
    movedTo: (host: string, times: number, since: string) => t('feeds.movedTo', { host, count: times, since }),
    seenSince: (since: string, last: string) => t('feeds.seenSince', { since, last }),
    trap: (says: string) => t('feeds.trap', { says }),
    unknown: (feed: string) => t('feeds.unknown', { feed }),
    testOf: (host: string) => t('feeds.testOf', { host }),
    verdict: (verdict: string) => t('feeds.verdict', { verdict }),
    found: (title: string, entries: number) => t('feeds.found', { title, count: entries }),
    wouldPoll: (minutes: number) => t('feeds.wouldPoll', { minutes: duration(minutes) }),
    alreadyListed: (feed: string) => t('feeds.alreadyListed', { feed }),
    again: (time: string) => t('feeds.again', { time }),
    testTooSoon: (seconds: number) => t('feeds.testTooSoon', { count: seconds }),
    hostPaused: (host: string, until: string) => t('feeds.hostPaused', { host, until }),
  }),
  follow: {
    done: (storyline: string) => t('follow.done', { storyline }),
    gone: (storyline: string) => t('follow.gone', { storyline }),
    called: (role: string) => t('follow.called', { role }),
    silent: (role: string) => t('follow.silent', { role }),
    noRole: (storyline: string) => t('follow.noRole', { storyline }),
    denied: (role: string) => t('follow.denied', { role }),
  },
  why: said('why', {
    missing: (groups: string) => t('why.missing', { groups }),
    stopped: (hits: string) => t('why.stopped', { hits }),
    wouldStop: (terms: string) => t('why.wouldStop', { terms }),
    byAlias: (name: string) => t('why.byAlias', { name }),
    fields: said('why.fields'),
    likeness: {
      joined: (percent: number, stems: string) => t('why.likeness.joined', { percent, stems }),
      boosted: (percent: number, stems: string) => t('why.likeness.boosted', { percent, stems }),
      none: (percent: number, stems: string) =>
        stems === '' ? t('why.likeness.none.none') : t('why.likeness.none', { percent, stems }),
    },
  }),
  plot: said('plot', {
    day: (date: string, month: string) => t('plot.day', { date, month }),
    span: (from: string, until: string) => (from === until ? from : t('plot.span', { from, until })),
    posted: (hits: number) => t('plot.posted', { hits: grouped(hits) }),
    matched: (hits: number) => t('plot.matched', { hits: grouped(hits) }),
    compared: (name: string, hits: number) => t('plot.compared', { name, count: hits, hits: grouped(hits) }),
    noneIn: (span: string) => t('plot.noneIn', { span }),
    hits: (hits: number, posted: number, span: string) => t('plot.hits', { count: hits, posted, span }),
    most: (hits: number, unit: string, start: string) => t('plot.most', { unit, hits, start }),
    units: said('plot.units'),
    rate: (unit: string, span: string) => t('plot.rate', { unit, span }),
    bar: (start: string, posted: number, matched: number) => t('plot.bar', { start, posted, matched }),
    version: (learnt: string, change: string, when: string | null) =>
      when === null ? t('plot.version.none', { learnt, change }) : t('plot.version', { learnt, change, when }),
    moreVersions: (count: number) => t('plot.moreVersions', { count }),
  }),
  chain: said('chain', {
    asOf: (status: string, time: string) => t('chain.asOf', { status, time }),
    version: (said: string, change: string) => t('chain.version', { said, change }),
    confirmed: (outlets: number) => t('chain.confirmed', { outlets }),
    notDrawn: (count: number) => t('chain.notDrawn', { count }),
    rungs: said('chain.rungs'),
    told: said('chain.told', {
      status: (name: string, status: string, date: string) => t('chain.told.status', { name, status, date }),
      version: (said: string, change: string, source: string) => t('chain.told.version', { said, change, source }),
      reminders: (counted: readonly string[]) => t('chain.told.reminders', { counted: counted.join(', ') }),
      rungs: said('chain.told.rungs'),
      next: (count: string, rung: string, time: string) => t('chain.told.next', { count, rung, time }),
      asOf: (time: string) => t('chain.told.asOf', { time }),
    }),
  }),
  timeline: {
    title: (deadlines: number) => t('timeline.title', { count: deadlines }),
  },
  activity: said('activity', {
    title: (days: number) => t('activity.title', { days }),
    told: (items: number, most: number, day: string) =>
      t('activity.told', { items: t('activity.items', { count: items }), most, day }),
    items: (count: number) => t('activity.items', { count }),
  }),
  settings: said('settings', {
    heading: (channel: string) => t('settings.heading', { channel }),
    pings: (role: string) => t('settings.pings', { role }),
    mutedUntil: (time: string) => t('settings.mutedUntil', { time }),
    pausedAt: (time: string) => t('settings.pausedAt', { time }),
    noAnnouncements: (channel: string) => t('settings.noAnnouncements', { channel }),
    unheard: (outlets: string) => t('settings.unheard', { outlets }),
    ended: (before: string) => t('settings.ended', { before }),
    ladder: (steps: string) => t('settings.ladder', { steps }),
    gate: (post: number, ping: number) => t('settings.gate', { count: post, ping }),
    unconfirmed: said('settings.unconfirmed'),
    quiet: (from: string, until: string, zone: string) => t('settings.quiet', { from, until, zone }),
    digest: (posts: number, pings: number) =>
      t('settings.digest', {
        posts: t('settings.digest.posts', { count: posts }),
        pings: t('settings.digest.pings', { count: pings }),
      }),
    nothingHere: (channel: string, channels: string) =>
      channels === '' ? t('settings.nothingHere.none', { channel }) : t('settings.nothingHere', { channel, channels }),
    notHere: (storyline: string) => t('settings.notHere', { storyline }),
    noStoryline: (storyline: string) => t('settings.noStoryline', { storyline }),
    noStep: (step: string, steps: string) => t('settings.noStep', { step, steps }),
    noClock: (text: string) => t('settings.noClock', { text }),
    noZone: (text: string) => t('settings.noZone', { text }),
    noLanguage: (text: string, languages: string) => t('settings.noLanguage', { text, languages }),
    noNumber: (name: string, least: number, most: number) => t('settings.noNumber', { name, least, most }),
    silentRole: (role: string) => t('settings.silentRole', { role }),
  }),
  desk: said('desk', {
    needs: said('desk.needs'),
    noChannel: (channel: string) => t('desk.noChannel', { channel }),
    lacks: (channel: string, needs: string) => t('desk.lacks', { channel, needs }),
    follows: (storylines: number, channel: string) => t('desk.follows', { count: storylines, channel }),
    asked: (channel: string) => t('desk.asked', { channel }),
    /** Zones by the names members know; any other is called by its city. */
    zone: (zone: string) =>
      isSaid(`zones.${zone}`) ? t(`zones.${zone}`) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
    language: (language: string) => t('desk.language', { language }),
    waiting: (proposals: number) =>
      proposals === 0 ? t('desk.waiting.none') : t('desk.waiting', { count: proposals }),
    closed: (channel: string, reason: string) => t('desk.closed', { channel, reason }),
    feeds: (feeds: number, troubled: number) => t('desk.feeds', { count: feeds, troubled }),
    allWell: (channel: string) => t('desk.allWell', { channel }),
    missing: (channel: string, needs: string) => t('desk.missing', { channel, needs }),
    unseen: (channel: string) => t('desk.unseen', { channel }),
    gives: (role: string) => t('desk.gives', { role }),
    givesNot: (role: string) => t('desk.givesNot', { role }),
    invitation: (link: string) => t('desk.invitation', { link }),
    moved: (before: string, after: string) => t('desk.moved', { before, after }),
    began: (after: string) => t('desk.began', { after }),
    proposals: said('desk.proposals'),
    undo: said('desk.undo'),
  }),
  gateway: said('gateway', {
    moderatorsOnly: (command: string) => t('gateway.moderatorsOnly', { command }),
    unknownCommand: (command: string) => t('gateway.unknownCommand', { command }),
  }),
  refusal: said('refusal'),
  bug: said('bug', {
    advice: (reference: string) => t('bug.advice', { reference }),
  }),
  commands: said('commands', {
    unknown: (command: string, wrong: string, known: string) => t('commands.unknown', { command, wrong, known }),
  }),
};
