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
import { isSaid, listOf, spokenLanguage, t } from './language.ts';

/** `1,482` */
const grouped = (count: number) => count.toLocaleString(spokenLanguage());

const changes: Readonly<Record<ChangeType, string>> = {
  get set() {
    return t('changes.set');
  },
  get fixed() {
    return t('changes.fixed');
  },
  get brought_forward() {
    return t('changes.brought_forward');
  },
  get extended() {
    return t('changes.extended');
  },
  get withdrawn() {
    return t('changes.withdrawn');
  },
  get superseded() {
    return t('changes.superseded');
  },
  get met() {
    return t('changes.met');
  },
  get unmet() {
    return t('changes.unmet');
  },
  get lifted() {
    return t('changes.lifted');
  },
  get passed_unknown() {
    return t('changes.passed_unknown');
  },
  get corrected() {
    return t('changes.corrected');
  },
  get disputed() {
    return t('changes.disputed');
  },
};

/** What an alert opens with; the dates follow after a colon. A date that no longer counts is not taken for news. */
const alerts: Readonly<Record<ChangeType, string>> = {
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
  get set() {
    return t('alerts.set');
  },
  get withdrawn() {
    return t('alerts.withdrawn');
  },
  get superseded() {
    return t('alerts.superseded');
  },
  get met() {
    return t('alerts.met');
  },
  get unmet() {
    return t('alerts.unmet');
  },
  get lifted() {
    return t('alerts.lifted');
  },
  get passed_unknown() {
    return t('alerts.passed_unknown');
  },
};

const rulingProblems: Readonly<Record<RulingProblem, string>> = {
  get splits_nothing() {
    return t('rulingProblems.splits_nothing');
  },
  get splits_all() {
    return t('rulingProblems.splits_all');
  },
  get with_itself() {
    return t('rulingProblems.with_itself');
  },
  get other_storyline() {
    return t('rulingProblems.other_storyline');
  },
  get already() {
    return t('rulingProblems.already');
  },
  get not_held() {
    return t('rulingProblems.not_held');
  },
  get merged() {
    return t('rulingProblems.merged');
  },
  get undone() {
    return t('rulingProblems.undone');
  },
  get ruled_since() {
    return t('rulingProblems.ruled_since');
  },
};

const typedProblems: Readonly<Record<TypedProblem, (text: string) => string>> = {
  empty: () => t('typedProblems.empty'),
  no_date: (text) => t('typedProblems.no_date', { text }),
  more_than_a_date: (text) => t('typedProblems.more_than_a_date', { text }),
  no_such_day: (text) => t('typedProblems.no_such_day', { text }),
  past: (text) => t('typedProblems.past', { text }),
};

const proposalHeadlines: Readonly<Record<ProposalState, string>> = {
  get held() {
    return t('proposalHeadlines.held');
  },
  get open() {
    return t('proposalHeadlines.open');
  },
  get admitted() {
    return t('proposalHeadlines.admitted');
  },
  get accepted() {
    return t('proposalHeadlines.accepted');
  },
  get dismissed() {
    return t('proposalHeadlines.dismissed');
  },
  get overtaken() {
    return t('proposalHeadlines.overtaken');
  },
};

/** Of a proposal that was answered, or needs no answer any more; null while it does. */
const proposalStates: Readonly<Record<ProposalState, ((who: string) => string) | null>> = {
  held: () => t('proposalStates.held'),
  open: null,
  admitted: () => t('proposalStates.admitted'),
  accepted: (who) => t('proposalStates.accepted', { who }),
  dismissed: (who) => t('proposalStates.dismissed', { who }),
  overtaken: () => t('proposalStates.overtaken'),
};

const labels: Readonly<Record<Label, string>> = {
  get 'official-legal'() {
    return t('labels.official-legal');
  },
  get official() {
    return t('labels.official');
  },
  get wire() {
    return t('labels.wire');
  },
  get press() {
    return t('labels.press');
  },
  get 'state-funded'() {
    return t('labels.state-funded');
  },
  get 'state-controlled'() {
    return t('labels.state-controlled');
  },
  get aggregator() {
    return t('labels.aggregator');
  },
  get unreviewed() {
    return t('labels.unreviewed');
  },
};

const bindingness: Readonly<Record<Bindingness, string>> = {
  get legal() {
    return t('bindingness.legal');
  },
  get announced() {
    return t('bindingness.announced');
  },
  get reported() {
    return t('bindingness.reported');
  },
};

const assumed = (zone: string) => t('zoneBases.assumed', { zone });

/** UTC is no place: nothing is set or written there. */
const zoneBases: Readonly<Record<ZoneBasis, (zone: string) => string>> = {
  stated: (zone) => t('zoneBases.stated', { zone }),
  issuer: (zone) => (zone === 'UTC' ? assumed(zone) : t('zoneBases.issuer', { zone })),
  outlet: (zone) => (zone === 'UTC' ? assumed(zone) : t('zoneBases.outlet', { zone })),
  default: assumed,
};

const rungs: Readonly<Record<RungName, string>> = {
  get '30d'() {
    return t('rungs.30d');
  },
  get '7d'() {
    return t('rungs.7d');
  },
  get '72h'() {
    return t('rungs.72h');
  },
  get '3d'() {
    return t('rungs.3d');
  },
  get '24h'() {
    return t('rungs.24h');
  },
  get '1d'() {
    return t('rungs.1d');
  },
  get '6h'() {
    return t('rungs.6h');
  },
  get '1h'() {
    return t('rungs.1h');
  },
  get opens() {
    return t('rungs.opens');
  },
  get due() {
    return t('rungs.due');
  },
  get after24h() {
    return t('rungs.after24h');
  },
};

const verdicts: Readonly<Record<FeedVerdict, string>> = {
  get new() {
    return t('verdicts.new');
  },
  get healthy() {
    return t('verdicts.healthy');
  },
  get unreachable() {
    return t('verdicts.unreachable');
  },
  get timeout() {
    return t('verdicts.timeout');
  },
  get http_error() {
    return t('verdicts.http_error');
  },
  get rate_limited() {
    return t('verdicts.rate_limited');
  },
  get gone() {
    return t('verdicts.gone');
  },
  get refused_address() {
    return t('verdicts.refused_address');
  },
  get too_large() {
    return t('verdicts.too_large');
  },
  get hostile() {
    return t('verdicts.hostile');
  },
  get not_a_feed() {
    return t('verdicts.not_a_feed');
  },
  get challenge_page() {
    return t('verdicts.challenge_page');
  },
  get bad_xml() {
    return t('verdicts.bad_xml');
  },
  get truncated() {
    return t('verdicts.truncated');
  },
  get empty() {
    return t('verdicts.empty');
  },
  get decoy() {
    return t('verdicts.decoy');
  },
  get stale() {
    return t('verdicts.stale');
  },
  get gap() {
    return t('verdicts.gap');
  },
  get empty_flap() {
    return t('verdicts.empty_flap');
  },
  get bad_encoding() {
    return t('verdicts.bad_encoding');
  },
  get moved() {
    return t('verdicts.moved');
  },
  get redated() {
    return t('verdicts.redated');
  },
  get flapping() {
    return t('verdicts.flapping');
  },
};

const remarks: Readonly<Record<Remark['name'], string>> = {
  get no_entries() {
    return t('remarks.no_entries');
  },
  get archive() {
    return t('remarks.archive');
  },
  get teaser_only() {
    return t('remarks.teaser_only');
  },
  get undated() {
    return t('remarks.undated');
  },
  get date_uncertain() {
    return t('remarks.date_uncertain');
  },
  get future_date() {
    return t('remarks.future_date');
  },
  get repeated_link() {
    return t('remarks.repeated_link');
  },
  get repeated_title() {
    return t('remarks.repeated_title');
  },
  get tracked_guid() {
    return t('remarks.tracked_guid');
  },
  get ill_formed() {
    return t('remarks.ill_formed');
  },
};

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

  when: {
    approximate: (dates: string) => t('when.approximate', { dates }),
    vague: (dates: string) => t('when.vague', { dates }),
    day: (date: string, zone: string, own: string) => t('when.day', { date, zone, own }),
    range: (dates: string, zone: string) => t('when.range', { dates, zone }),
    clocks: (utc: string, local: string, zone: string) => t('when.clocks', { utc, local, zone }),
    lastFullDay: (date: string, zone: string) => t('when.lastFullDay', { date, zone }),
    get today() {
      return t('when.today');
    },
    get tomorrow() {
      return t('when.tomorrow');
    },
    inDays: (days: number) => t('when.inDays', { days }),
  },

  deadline: {
    name: (target: string, issuer: string) => t('deadline.name', { target, issuer }),
    get status() {
      return t('deadline.status');
    },
    get date() {
      return t('deadline.date');
    },
    get history() {
      return t('deadline.history');
    },
    reported: (time: string) => t('deadline.reported', { time }),
    get pending() {
      return t('deadline.pending');
    },
    get passed() {
      return t('deadline.passed');
    },
    disputed: (status: string, sources: number) =>
      sources === 0 ? t('deadline.disputed.none', { status }) : t('deadline.disputed', { status, count: sources }),
    disputedBy: (source: string, date: string) => t('deadline.disputedBy', { source, date }),
    get byTheCalendar() {
      return t('deadline.byTheCalendar');
    },
    condition: (text: string) => t('deadline.condition', { text }),
    consequence: (text: string) => t('deadline.consequence', { text }),
    get byModerators() {
      return t('deadline.byModerators');
    },
    get setByModerators() {
      return t('deadline.setByModerators');
    },
    get saidByModerators() {
      return t('deadline.saidByModerators');
    },
    get killed() {
      return t('deadline.killed');
    },
    get held() {
      return t('deadline.held');
    },
    get released() {
      return t('deadline.released');
    },
    get reconfirmed() {
      return t('deadline.reconfirmed');
    },
    get restored() {
      return t('deadline.restored');
    },
    get killedAlert() {
      return t('deadline.killedAlert');
    },
    confirmed: (outlets: number) => t('deadline.confirmed', { count: outlets }),
    get shortened() {
      return t('deadline.shortened');
    },
    changedSince: (change: string) => t('deadline.changedSince', { change }),
  },

  story: {
    get looksFor() {
      return t('story.looksFor');
    },
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
    get alike() {
      return t('story.alike');
    },
    unreadable: (query: string) => t('story.unreadable', { query }),
    activity: (week: number, month: number) => t('story.activity', { week: grouped(week), month: grouped(month) }),
    get latest() {
      return t('story.latest');
    },
    get own() {
      return t('story.own');
    },
    get shipped() {
      return t('story.shipped');
    },
  },

  own: {
    get form() {
      return t('settings.own.form');
    },
    get title() {
      return t('settings.own.title');
    },
    get titleAbout() {
      return t('settings.own.titleAbout');
    },
    get any() {
      return t('settings.own.any');
    },
    get anyAbout() {
      return t('settings.own.anyAbout');
    },
    get and() {
      return t('settings.own.and');
    },
    get andAbout() {
      return t('settings.own.andAbout');
    },
    get none() {
      return t('settings.own.none');
    },
    get noneAbout() {
      return t('settings.own.noneAbout');
    },
    get only() {
      return t('settings.own.only');
    },
    get onlyAbout() {
      return t('settings.own.onlyAbout');
    },
    unreadable: (message: string, remedy: string) => t('settings.own.unreadable', { message, remedy }),
    get noWords() {
      return t('settings.own.noWords');
    },
    get noTitle() {
      return t('settings.own.noTitle');
    },
    sameTitle: (title: string) => t('settings.own.sameTitle', { title }),
    tooMany: (most: number) => t('settings.own.tooMany', { most }),
    notOwn: (storyline: string) => t('settings.own.notOwn', { storyline }),
    notByForm: (storyline: string) => t('settings.own.notByForm', { storyline }),
    get noDraft() {
      return t('settings.own.noDraft');
    },
    trial: (storyline: string) => t('settings.own.trial', { storyline }),
    found: (hits: number, items: number, days: number, rate: string) =>
      t('settings.own.found', { hits, items, days, rate }),
    get nothingStored() {
      return t('settings.own.nothingStored');
    },
    get wouldTake() {
      return t('settings.own.wouldTake');
    },
    nearMisses: (count: number) => t('settings.own.nearMisses', { count }),
    gains: (count: number) => t('settings.own.gains', { count }),
    loses: (count: number) => t('settings.own.loses', { count }),
    get onlyTried() {
      return t('settings.own.onlyTried');
    },
    get notYet() {
      return t('settings.own.notYet');
    },
    get mend() {
      return t('settings.own.mend');
    },
    on: (storyline: string) => t('settings.own.on', { storyline }),
    onMeans: (channel: string) => t('settings.own.onMeans', { channel }),
    get editedMeans() {
      return t('settings.own.editedMeans');
    },
    cancelled: (storyline: string) => t('settings.own.cancelled', { storyline }),
    get cancelledMeans() {
      return t('settings.own.cancelledMeans');
    },
    gone: (storyline: string) => t('settings.own.gone', { storyline }),
    get goneMeans() {
      return t('settings.own.goneMeans');
    },
    added: (storyline: string) => t('settings.own.added', { storyline }),
    removed: (storyline: string) => t('settings.own.removed', { storyline }),
    changed: (storyline: string, before: string, after: string) =>
      t('settings.own.changed', { storyline, before, after }),
  },

  pausing: {
    paused: (storyline: string) => t('settings.pausing.paused', { storyline }),
    get pausedMeans() {
      return t('settings.pausing.pausedMeans');
    },
    resumed: (storyline: string) => t('settings.pausing.resumed', { storyline }),
    get missed() {
      return t('settings.pausing.missed');
    },
    get nothingMissed() {
      return t('settings.pausing.nothingMissed');
    },
    notFollowed: (storyline: string) => t('settings.pausing.notFollowed', { storyline }),
    already: (storyline: string) => t('settings.pausing.already', { storyline }),
    notPaused: (storyline: string) => t('settings.pausing.notPaused', { storyline }),
  },

  catchUp: {
    get headline() {
      return t('catchUp.headline');
    },
    since: (time: string) => t('catchUp.since', { time }),
    paused: (time: string) => t('catchUp.paused', { time }),
    passed: (date: string) => t('catchUp.passed', { date }),
    ahead: (date: string) => t('catchUp.ahead', { date }),
    reminders: (names: readonly string[]) => t('catchUp.reminders', { names: names.join(', ') }),
    get more() {
      return t('catchUp.more');
    },
  },

  welcome: {
    get headline() {
      return t('welcome.headline');
    },
    get does() {
      return t('welcome.does');
    },
    get begin() {
      return t('welcome.begin');
    },
    get ask() {
      return t('welcome.ask');
    },
  },

  notices: {
    feed: (feed: string, outlet: string) => t('notices.feed', { feed, outlet }),
    get feedRemedy() {
      return t('notices.feedRemedy');
    },
    network: (feeds: number) => t('notices.network', { feeds }),
    get networkRemedy() {
      return t('notices.networkRemedy');
    },
    silence: (outlet: string) => t('notices.silence', { outlet }),
    get silenceRemedy() {
      return t('notices.silenceRemedy');
    },
    get channel() {
      return t('notices.channel');
    },
    inChannel: (channel: string) => t('notices.inChannel', { channel }),
    disk: (megabytes: number) => t('notices.disk', { megabytes }),
    get diskRemedy() {
      return t('notices.diskRemedy');
    },
    get down() {
      return t('notices.down');
    },
    get downRemedy() {
      return t('notices.downRemedy');
    },
    message: {
      get unproven() {
        return t('notices.message.unproven');
      },
      get refused() {
        return t('notices.message.refused');
      },
    },
    messageRemedy: {
      get unproven() {
        return t('notices.messageRemedy.unproven');
      },
      get refused() {
        return t('notices.messageRemedy.refused');
      },
    },
    wanted: (channel: string, time: string) => t('notices.wanted', { channel, time }),
    answers: {
      get isThere() {
        return t('notices.answers.isThere');
      },
      get postAgain() {
        return t('notices.answers.postAgain');
      },
      get tryAgain() {
        return t('notices.answers.tryAgain');
      },
      get leaveIt() {
        return t('notices.answers.leaveIt');
      },
    },
    get answered() {
      return t('notices.answered');
    },
    get noQuestion() {
      return t('notices.noQuestion');
    },
    did: {
      get resend() {
        return t('notices.did.resend');
      },
      get give_up() {
        return t('notices.did.give_up');
      },
    },
    will: {
      get resend() {
        return t('notices.will.resend');
      },
      get give_up() {
        return t('notices.will.give_up');
      },
    },
    since: (time: string) => t('notices.since', { time }),
    between: (from: string, to: string) => t('notices.between', { from, to }),
    over: (from: string, to: string) => t('notices.over', { from, to }),
    resolved: (headline: string) => t('notices.resolved', { headline }),
  },

  ownDates: {
    tooLong: (option: string, most: number) => t('ownDates.tooLong', { option, most }),
    noLink: (text: string) => t('ownDates.noLink', { text }),
    get noParties() {
      return t('ownDates.noParties');
    },
    noOutcome: (text: string, known: string) => t('ownDates.noOutcome', { text, known }),
    problems: {
      get stands() {
        return t('ownDates.problems.stands');
      },
      get over() {
        return t('ownDates.problems.over');
      },
      get same() {
        return t('ownDates.problems.same');
      },
      get ahead() {
        return t('ownDates.problems.ahead');
      },
      get changed_since() {
        return t('ownDates.problems.changed_since');
      },
    },
  },
  typed: {
    problems: typedProblems,
    ambiguous: (dates: readonly string[]) => t('typed.ambiguous', { dates: dates.join(' or ') }),
  },

  proposal: {
    headlines: proposalHeadlines,
    first: (date: string) => t('proposal.first', { date }),
    states: proposalStates,
    get somebody() {
      return t('proposal.somebody');
    },
    counted: (day: string) => t('proposal.counted', { day }),
    get unplain() {
      return t('proposal.unplain');
    },
    get asked() {
      return t('proposal.asked');
    },
    said: (outlets: number, names: string) => t('proposal.said', { count: outlets, names }),
    saidByNone: (names: string) => t('proposal.saidByNone', { names }),
    answer: (code: string) => t('proposal.answer', { code }),
    answerBeside: (code: string) => t('proposal.answerBeside', { code }),
    get none() {
      return t('proposal.none');
    },
    unknown: (code: string, waiting: string) => t('proposal.unknown', { code, waiting }),
    stands: (name: string) => t('proposal.stands', { name }),
    isDismissed: (name: string) => t('proposal.isDismissed', { name }),
    get tooLate() {
      return t('proposal.tooLate');
    },
  },

  rung: {
    daysLeft: (days: number) => t('rung.daysLeft', { count: days }),
    daysToFirst: (days: number) => t('rung.daysToFirst', { count: days }),
    get today() {
      return t('rung.today');
    },
    get opens() {
      return t('rung.opens');
    },
    get over() {
      return t('rung.over');
    },
    asked: (date: string) => t('rung.asked', { date }),
    read: (time: string) => t('rung.read', { time }),
    waited: (date: string) => t('rung.waited', { date }),
    dueAt: (time: string) => t('rung.dueAt', { time }),
  },

  counted: {
    get dead() {
      return t('counted.dead');
    },
    get injured() {
      return t('counted.injured');
    },
    get missing() {
      return t('counted.missing');
    },
  },
  stands: {
    held: (at: string) => t('stands.held', { at }),
    killed: (at: string) => t('stands.killed', { at }),
    irrelevant: (at: string) => t('stands.irrelevant', { at }),
    merged: (headline: string) => t('stands.merged', { headline }),
    corrected: (at: string) => t('stands.corrected', { at }),
  },
  ruling: {
    correct: {
      get title() {
        return t('ruling.correct.title');
      },
      says: (headline: string) => t('ruling.correct.says', { headline }),
    },
    kill: {
      get title() {
        return t('ruling.kill.title');
      },
      says: (headline: string) => t('ruling.kill.says', { headline }),
    },
    get undone() {
      return t('ruling.undone');
    },
  },
  digest: {
    headline: (developments: number) => t('digest.headline', { count: developments }),
  },
  get corroboration() {
    return t('corroboration');
  },
  origins: {
    credited: (who: string) => t('origins.credited', { who }),
    quoted: (who: string) => t('origins.quoted', { who }),
    get agencies() {
      return t('origins.agencies');
    },
    reprint: (whose: string) => t('origins.reprint', { whose }),
    reworded: (whose: string) => t('origins.reworded', { whose }),
    same_title: (whose: string) => t('origins.same_title', { whose }),
    stateControlled: (who: string) => t('origins.stateControlled', { who }),
  },

  development: {
    unconfirmed: (origins: number) => t('development.unconfirmed', { count: origins }),
    get untitled() {
      return t('development.untitled');
    },
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
  },

  buttons: {
    get switchOn() {
      return t('buttons.switchOn');
    },
    get change() {
      return t('buttons.change');
    },
    get cancel() {
      return t('buttons.cancel');
    },
    get pause() {
      return t('buttons.pause');
    },
    get resume() {
      return t('buttons.resume');
    },
    get report() {
      return t('buttons.report');
    },
    get source() {
      return t('buttons.source');
    },
    get why() {
      return t('buttons.why');
    },
    get history() {
      return t('buttons.history');
    },
    get irrelevant() {
      return t('buttons.irrelevant');
    },
    get accept() {
      return t('buttons.accept');
    },
    get edit() {
      return t('buttons.edit');
    },
    get reject() {
      return t('buttons.reject');
    },
    get follow() {
      return t('buttons.follow');
    },
    get unfollow() {
      return t('buttons.unfollow');
    },
  },

  lists: {
    get deadlines() {
      return t('lists.deadlines');
    },
    get pending() {
      return t('lists.pending');
    },
    get ended() {
      return t('lists.ended');
    },
    storyline: (number: number, slug: string) => t('lists.storyline', { number, slug }),
    more: (count: number) => t('lists.more', { count }),
    get noDeadlines() {
      return t('lists.noDeadlines');
    },
    get storylines() {
      return t('lists.storylines');
    },
    followedIn: (channels: string) => t('lists.followedIn', { channels }),
    get notFollowed() {
      return t('lists.notFollowed');
    },
    get noStorylines() {
      return t('lists.noStorylines');
    },
  },

  history: {
    which: (names: string) => t('history.which', { names }),
    many: (asked: string, names: string) => t('history.many', { asked, names }),
    none: (asked: string) => t('history.none', { asked }),
    get nothing() {
      return t('history.nothing');
    },
    entry: (number: number, name: string) => t('history.entry', { number, name }),
  },

  docket: {
    get headline() {
      return t('docket.headline');
    },
    get nothing() {
      return t('docket.nothing');
    },
    get confirmed() {
      return t('docket.confirmed');
    },
    get unconfirmed() {
      return t('docket.unconfirmed');
    },
    get unshown() {
      return t('docket.unshown');
    },
    get digested() {
      return t('docket.digested');
    },
    stands: {
      get held() {
        return t('docket.stands.held');
      },
      get killed() {
        return t('docket.stands.killed');
      },
      get irrelevant() {
        return t('docket.stands.irrelevant');
      },
      get merged() {
        return t('docket.stands.merged');
      },
    },
    joined: {
      get opened() {
        return t('docket.joined.opened');
      },
      get same_article() {
        return t('docket.joined.same_article');
      },
      get same_title() {
        return t('docket.joined.same_title');
      },
      get alike() {
        return t('docket.joined.alike');
      },
    },
    get ruled() {
      return t('docket.ruled');
    },
    get noRulings() {
      return t('docket.noRulings');
    },
    noRuling: (code: string) => t('docket.noRuling', { code }),
    rulings: {
      get split() {
        return t('docket.rulings.split');
      },
      get merge() {
        return t('docket.rulings.merge');
      },
      get hold() {
        return t('docket.rulings.hold');
      },
      get release() {
        return t('docket.rulings.release');
      },
      get correct() {
        return t('docket.rulings.correct');
      },
      get kill() {
        return t('docket.rulings.kill');
      },
      get irrelevant() {
        return t('docket.rulings.irrelevant');
      },
    },
    undoneBy: (member: string) => t('docket.undoneBy', { member }),
    get done() {
      return t('docket.done');
    },
    get undone() {
      return t('docket.undone');
    },
    get undoable() {
      return t('docket.undoable');
    },
    none: (asked: string) => t('docket.none', { asked }),
    many: (asked: string, names: string) => t('docket.many', { asked, names }),
    noReport: (part: string, reports: number) => t('docket.noReport', { part, reports }),
    problems: rulingProblems,
  },

  feeds: {
    verdicts,
    remarks,
    get health() {
      return t('feeds.health');
    },
    counts: (feeds: number, counted: readonly string[]) =>
      t('feeds.counts', { count: feeds, counted: counted.join(', ') }),
    needCare: (count: number) => t('feeds.needCare', { count }),
    healthy: (count: number) => t('feeds.healthy', { count }),
    unpolled: (count: number) => t('feeds.unpolled', { count }),
    off: (count: number) => t('feeds.off', { count }),
    get wellHeading() {
      return t('feeds.wellHeading');
    },
    moreTroubled: (count: number) => t('feeds.moreTroubled', { count }),
    moreHealthy: (count: number) => t('feeds.moreHealthy', { count }),
    since: (verdict: string, time: string) => t('feeds.since', { verdict, time }),
    lastSuccess: (time: string) => t('feeds.lastSuccess', { time }),
    get noSuccess() {
      return t('feeds.noSuccess');
    },
    nextTry: (time: string) => t('feeds.nextTry', { time }),
    get switchedOff() {
      return t('feeds.switchedOff');
    },
    paused: (time: string) => t('feeds.paused', { time }),
    newest: (time: string) => t('feeds.newest', { time }),
    get noNewest() {
      return t('feeds.noNewest');
    },
    rhythm: (minutes: number) => t('feeds.rhythm', { minutes: duration(minutes) }),
    polls: (drawn: string, count: number, counted: readonly string[]) =>
      t('feeds.polls', { drawn, count, counted: counted.join(', ') }),
    read: (count: number) => t('feeds.read', { count }),
    unchanged: (count: number) => t('feeds.unchanged', { count }),
    failed: (count: number) => t('feeds.failed', { count }),
    legend: (read: string, unchanged: string, failed: string) => t('feeds.legend', { read, unchanged, failed }),
    get noFeeds() {
      return t('feeds.noFeeds');
    },
    get list() {
      return t('feeds.list');
    },
    one: (feed: string) => t('feeds.one', { feed }),
    status: (verdict: string) => t('feeds.status', { verdict }),
    configured: (minutes: number) => t('feeds.configured', { minutes: duration(minutes) }),
    inARow: (failures: number) => t('feeds.inARow', { count: failures }),
    movedTo: (host: string, times: number, since: string) => t('feeds.movedTo', { host, count: times, since }),
    get learnt() {
      return t('feeds.learnt');
    },
    get unlearnt() {
      return t('feeds.unlearnt');
    },
    get faults() {
      return t('feeds.faults');
    },
    seenSince: (since: string, last: string) => t('feeds.seenSince', { since, last }),
    get worthKnowing() {
      return t('feeds.worthKnowing');
    },
    trap: (says: string) => t('feeds.trap', { says }),
    unknown: (feed: string) => t('feeds.unknown', { feed }),
    testOf: (host: string) => t('feeds.testOf', { host }),
    verdict: (verdict: string) => t('feeds.verdict', { verdict }),
    found: (title: string, entries: number) => t('feeds.found', { title, count: entries }),
    get untitled() {
      return t('feeds.untitled');
    },
    wouldPoll: (minutes: number) => t('feeds.wouldPoll', { minutes: duration(minutes) }),
    alreadyListed: (feed: string) => t('feeds.alreadyListed', { feed }),
    get firstTitles() {
      return t('feeds.firstTitles');
    },
    get noTitle() {
      return t('feeds.noTitle');
    },
    again: (time: string) => t('feeds.again', { time }),
    get privateHost() {
      return t('feeds.privateHost');
    },
    get nothingKept() {
      return t('feeds.nothingKept');
    },
    get noAddress() {
      return t('feeds.noAddress');
    },
    get withLogin() {
      return t('feeds.withLogin');
    },
    get testRunning() {
      return t('feeds.testRunning');
    },
    testTooSoon: (seconds: number) => t('feeds.testTooSoon', { count: seconds }),
    hostPaused: (host: string, until: string) => t('feeds.hostPaused', { host, until }),
  },

  follow: {
    done: (storyline: string) => t('follow.done', { storyline }),
    gone: (storyline: string) => t('follow.gone', { storyline }),
    called: (role: string) => t('follow.called', { role }),
    silent: (role: string) => t('follow.silent', { role }),
    noRole: (storyline: string) => t('follow.noRole', { storyline }),
    denied: (role: string) => t('follow.denied', { role }),
  },

  why: {
    get summary() {
      return t('why.summary');
    },
    get matched() {
      return t('why.matched');
    },
    get noLonger() {
      return t('why.noLonger');
    },
    get wouldMatch() {
      return t('why.wouldMatch');
    },
    get baseline() {
      return t('why.baseline');
    },
    get mentioned() {
      return t('why.mentioned');
    },
    get none() {
      return t('why.none');
    },
    get near() {
      return t('why.near');
    },
    missing: (groups: string) => t('why.missing', { groups }),
    stopped: (hits: string) => t('why.stopped', { hits }),
    wouldStop: (terms: string) => t('why.wouldStop', { terms }),
    byAlias: (name: string) => t('why.byAlias', { name }),
    fields: {
      get title() {
        return t('why.fields.title');
      },
      get lede() {
        return t('why.fields.lede');
      },
      get body() {
        return t('why.fields.body');
      },
      get item() {
        return t('why.fields.item');
      },
    },
    likeness: {
      joined: (percent: number, stems: string) => t('why.likeness.joined', { percent, stems }),
      boosted: (percent: number, stems: string) => t('why.likeness.boosted', { percent, stems }),
      none: (percent: number, stems: string) =>
        stems === '' ? t('why.likeness.none.none') : t('why.likeness.none', { percent, stems }),
    },
    get alert() {
      return t('why.alert');
    },
    get track() {
      return t('why.track');
    },
    get noAlert() {
      return t('why.noAlert');
    },
    get several() {
      return t('why.several');
    },
    get linkless() {
      return t('why.linkless');
    },
    get noLink() {
      return t('why.noLink');
    },
    get unknown() {
      return t('why.unknown');
    },
  },

  plot: {
    get untitled() {
      return t('plot.untitled');
    },
    day: (date: string, month: string) => t('plot.day', { date, month }),
    span: (from: string, until: string) => (from === until ? from : t('plot.span', { from, until })),
    posted: (hits: number) => t('plot.posted', { hits: grouped(hits) }),
    matched: (hits: number) => t('plot.matched', { hits: grouped(hits) }),
    compared: (name: string, hits: number) => t('plot.compared', { name, count: hits, hits: grouped(hits) }),
    get none() {
      return t('plot.none');
    },
    noneIn: (span: string) => t('plot.noneIn', { span }),
    hits: (hits: number, posted: number, span: string) => t('plot.hits', { count: hits, posted, span }),
    most: (hits: number, unit: string, start: string) => t('plot.most', { unit, hits, start }),
    units: {
      get hour() {
        return t('plot.units.hour');
      },
      get day() {
        return t('plot.units.day');
      },
      get week() {
        return t('plot.units.week');
      },
      get month() {
        return t('plot.units.month');
      },
      get year() {
        return t('plot.units.year');
      },
    },
    rate: (unit: string, span: string) => t('plot.rate', { unit, span }),
    bar: (start: string, posted: number, matched: number) => t('plot.bar', { start, posted, matched }),
    get beyond() {
      return t('plot.beyond');
    },
    get deadlines() {
      return t('plot.deadlines');
    },
    version: (learnt: string, change: string, when: string | null) =>
      when === null ? t('plot.version.none', { learnt, change }) : t('plot.version', { learnt, change, when }),
    moreVersions: (count: number) => t('plot.moreVersions', { count }),
  },

  chain: {
    asOf: (status: string, time: string) => t('chain.asOf', { status, time }),
    get now() {
      return t('chain.now');
    },
    version: (said: string, change: string) => t('chain.version', { said, change }),
    get calendar() {
      return t('chain.calendar');
    },
    confirmed: (outlets: number) => t('chain.confirmed', { outlets }),
    notDrawn: (count: number) => t('chain.notDrawn', { count }),
    get said() {
      return t('chain.said');
    },
    get confirming() {
      return t('chain.confirming');
    },
    get replaced() {
      return t('chain.replaced');
    },
    rungs: {
      get planned() {
        return t('chain.rungs.planned');
      },
      get fired() {
        return t('chain.rungs.fired');
      },
      get skipped() {
        return t('chain.rungs.skipped');
      },
      get cancelled() {
        return t('chain.rungs.cancelled');
      },
    },
    told: {
      status: (name: string, status: string, date: string) => t('chain.told.status', { name, status, date }),
      version: (said: string, change: string, source: string) => t('chain.told.version', { said, change, source }),
      get struck() {
        return t('chain.told.struck');
      },
      reminders: (counted: readonly string[]) => t('chain.told.reminders', { counted: counted.join(', ') }),
      rungs: {
        get planned() {
          return t('chain.told.rungs.planned');
        },
        get fired() {
          return t('chain.told.rungs.fired');
        },
        get skipped() {
          return t('chain.told.rungs.skipped');
        },
        get cancelled() {
          return t('chain.told.rungs.cancelled');
        },
      },
      next: (count: string, rung: string, time: string) => t('chain.told.next', { count, rung, time }),
      asOf: (time: string) => t('chain.told.asOf', { time }),
    },
  },

  timeline: {
    title: (deadlines: number) => t('timeline.title', { count: deadlines }),
  },

  activity: {
    title: (days: number) => t('activity.title', { days }),
    get none() {
      return t('activity.none');
    },
    told: (items: number, most: number, day: string) =>
      t('activity.told', { items: t('activity.items', { count: items }), most, day }),
    items: (count: number) => t('activity.items', { count }),
  },

  settings: {
    heading: (channel: string) => t('settings.heading', { channel }),
    get undoable() {
      return t('settings.undoable');
    },
    get unchanged() {
      return t('settings.unchanged');
    },
    get nobody() {
      return t('settings.nobody');
    },
    pings: (role: string) => t('settings.pings', { role }),
    mutedUntil: (time: string) => t('settings.mutedUntil', { time }),
    pausedAt: (time: string) => t('settings.pausedAt', { time }),
    ended: (before: string) => t('settings.ended', { before }),
    ladder: (steps: string) => t('settings.ladder', { steps }),
    get noLadder() {
      return t('settings.noLadder');
    },
    gate: (post: number, ping: number) => t('settings.gate', { count: post, ping }),
    unconfirmed: {
      get show() {
        return t('settings.unconfirmed.show');
      },
      get hold() {
        return t('settings.unconfirmed.hold');
      },
    },
    quiet: (from: string, until: string, zone: string) => t('settings.quiet', { from, until, zone }),
    get urgent() {
      return t('settings.urgent');
    },
    get noQuiet() {
      return t('settings.noQuiet');
    },
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
    get noRole() {
      return t('settings.noRole');
    },
    silentRole: (role: string) => t('settings.silentRole', { role }),
  },

  desk: {
    get calendar() {
      return t('desk.calendar');
    },
    get calendarNote() {
      return t('desk.calendarNote');
    },
    get alertsFeed() {
      return t('desk.alertsFeed');
    },
    get allDeadlines() {
      return t('desk.allDeadlines');
    },
    get noAddress() {
      return t('desk.noAddress');
    },
    get exported() {
      return t('desk.exported');
    },
    get exportedSays() {
      return t('desk.exportedSays');
    },
    get noFiles() {
      return t('desk.noFiles');
    },
    needs: {
      get view() {
        return t('desk.needs.view');
      },
      get send() {
        return t('desk.needs.send');
      },
      get history() {
        return t('desk.needs.history');
      },
    },
    noChannel: (channel: string) => t('desk.noChannel', { channel }),
    lacks: (channel: string, needs: string) => t('desk.lacks', { channel, needs }),
    get ready() {
      return t('desk.ready');
    },
    follows: (storylines: number, channel: string) => t('desk.follows', { count: storylines, channel }),
    asked: (channel: string) => t('desk.asked', { channel }),
    get askedHere() {
      return t('desk.askedHere');
    },
    /** Zones by the names members know; any other is called by its city. */
    zone: (zone: string) =>
      isSaid(`zones.${zone}`) ? t(`zones.${zone}`) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
    get noZone() {
      return t('desk.noZone');
    },
    language: (language: string) => t('desk.language', { language }),
    get next() {
      return t('desk.next');
    },
    get status() {
      return t('desk.status');
    },
    get nothing() {
      return t('desk.nothing');
    },
    waiting: (proposals: number) =>
      proposals === 0 ? t('desk.waiting.none') : t('desk.waiting', { count: proposals }),
    closed: (channel: string, reason: string) => t('desk.closed', { channel, reason }),
    feeds: (feeds: number, troubled: number) => t('desk.feeds', { count: feeds, troubled }),
    get permissions() {
      return t('desk.permissions');
    },
    allWell: (channel: string) => t('desk.allWell', { channel }),
    missing: (channel: string, needs: string) => t('desk.missing', { channel, needs }),
    unseen: (channel: string) => t('desk.unseen', { channel }),
    gives: (role: string) => t('desk.gives', { role }),
    givesNot: (role: string) => t('desk.givesNot', { role }),
    invitation: (link: string) => t('desk.invitation', { link }),
    get audit() {
      return t('desk.audit');
    },
    get noAudit() {
      return t('desk.noAudit');
    },
    moved: (before: string, after: string) => t('desk.moved', { before, after }),
    began: (after: string) => t('desk.began', { after }),
    get undone() {
      return t('desk.undone');
    },
    get tookBack() {
      return t('desk.tookBack');
    },
    get server() {
      return t('desk.server');
    },
    proposals: {
      get held() {
        return t('desk.proposals.held');
      },
      get open() {
        return t('desk.proposals.open');
      },
      get admitted() {
        return t('desk.proposals.admitted');
      },
      get accepted() {
        return t('desk.proposals.accepted');
      },
      get dismissed() {
        return t('desk.proposals.dismissed');
      },
      get overtaken() {
        return t('desk.proposals.overtaken');
      },
    },
    get back() {
      return t('desk.back');
    },
    undo: {
      get nothing() {
        return t('desk.undo.nothing');
      },
      get began() {
        return t('desk.undo.began');
      },
      get changed_since() {
        return t('desk.undo.changed_since');
      },
      get answered() {
        return t('desk.undo.answered');
      },
      get sent() {
        return t('desk.undo.sent');
      },
    },
    get help() {
      return t('desk.help');
    },
    get helpIntro() {
      return t('desk.helpIntro');
    },
    get helpSteering() {
      return t('desk.helpSteering');
    },
  },

  gateway: {
    get serversOnly() {
      return t('gateway.serversOnly');
    },
    moderatorsOnly: (command: string) => t('gateway.moderatorsOnly', { command }),
    get oldButton() {
      return t('gateway.oldButton');
    },
    unknownCommand: (command: string) => t('gateway.unknownCommand', { command }),
  },

  refusal: {
    get summary() {
      return t('refusal.summary');
    },
  },
  bug: {
    get summary() {
      return t('bug.summary');
    },
    advice: (reference: string) => t('bug.advice', { reference }),
  },

  commands: {
    get deskCalendar() {
      return t('commands.deskCalendar');
    },
    get deskExport() {
      return t('commands.deskExport');
    },
    get deadline() {
      return t('commands.deadline');
    },
    get deadlineList() {
      return t('commands.deadlineList');
    },
    get deadlineShow() {
      return t('commands.deadlineShow');
    },
    get deadlineAdd() {
      return t('commands.deadlineAdd');
    },
    get deadlineMove() {
      return t('commands.deadlineMove');
    },
    get deadlineOutcome() {
      return t('commands.deadlineOutcome');
    },
    get deadlineWhich() {
      return t('commands.deadlineWhich');
    },
    get deadlineNewDate() {
      return t('commands.deadlineNewDate');
    },
    get deadlineLink() {
      return t('commands.deadlineLink');
    },
    get deadlineReason() {
      return t('commands.deadlineReason');
    },
    get deadlineStoryline() {
      return t('commands.deadlineStoryline');
    },
    get deadlineAbout() {
      return t('commands.deadlineAbout');
    },
    get deadlineIssuer() {
      return t('commands.deadlineIssuer');
    },
    get deadlineBecame() {
      return t('commands.deadlineBecame');
    },
    get deadlineConfirm() {
      return t('commands.deadlineConfirm');
    },
    get deadlineDismiss() {
      return t('commands.deadlineDismiss');
    },
    get deadlineDate() {
      return t('commands.deadlineDate');
    },
    get deadlineProposal() {
      return t('commands.deadlineProposal');
    },
    get deadlineHistory() {
      return t('commands.deadlineHistory');
    },
    get deadlineHistoryDeadline() {
      return t('commands.deadlineHistoryDeadline');
    },
    get development() {
      return t('commands.development');
    },
    get developmentList() {
      return t('commands.developmentList');
    },
    get developmentShow() {
      return t('commands.developmentShow');
    },
    get developmentSplit() {
      return t('commands.developmentSplit');
    },
    get developmentMerge() {
      return t('commands.developmentMerge');
    },
    get developmentHold() {
      return t('commands.developmentHold');
    },
    get developmentRelease() {
      return t('commands.developmentRelease');
    },
    get developmentCorrect() {
      return t('commands.developmentCorrect');
    },
    get developmentKill() {
      return t('commands.developmentKill');
    },
    get developmentIrrelevant() {
      return t('commands.developmentIrrelevant');
    },
    get developmentRulings() {
      return t('commands.developmentRulings');
    },
    get developmentUndo() {
      return t('commands.developmentUndo');
    },
    get developmentWhich() {
      return t('commands.developmentWhich');
    },
    get developmentReports() {
      return t('commands.developmentReports');
    },
    get developmentFrom() {
      return t('commands.developmentFrom');
    },
    get developmentInto() {
      return t('commands.developmentInto');
    },
    get developmentHeadline() {
      return t('commands.developmentHeadline');
    },
    get developmentReason() {
      return t('commands.developmentReason');
    },
    get developmentRuling() {
      return t('commands.developmentRuling');
    },
    get alerts() {
      return t('commands.alerts');
    },
    get alertsChannel() {
      return t('commands.alertsChannel');
    },
    get alertsTo() {
      return t('commands.alertsTo');
    },
    get alertsRole() {
      return t('commands.alertsRole');
    },
    get alertsRoleRole() {
      return t('commands.alertsRoleRole');
    },
    get alertsLadder() {
      return t('commands.alertsLadder');
    },
    get alertsSteps() {
      return t('commands.alertsSteps');
    },
    get alertsGate() {
      return t('commands.alertsGate');
    },
    get alertsPost() {
      return t('commands.alertsPost');
    },
    get alertsPing() {
      return t('commands.alertsPing');
    },
    get alertsUnconfirmed() {
      return t('commands.alertsUnconfirmed');
    },
    get alertsQuiet() {
      return t('commands.alertsQuiet');
    },
    get alertsFrom() {
      return t('commands.alertsFrom');
    },
    get alertsUntil() {
      return t('commands.alertsUntil');
    },
    get alertsZone() {
      return t('commands.alertsZone');
    },
    get alertsUrgent() {
      return t('commands.alertsUrgent');
    },
    get alertsDigest() {
      return t('commands.alertsDigest');
    },
    get alertsPosts() {
      return t('commands.alertsPosts');
    },
    get alertsPings() {
      return t('commands.alertsPings');
    },
    get alertsMute() {
      return t('commands.alertsMute');
    },
    get alertsHours() {
      return t('commands.alertsHours');
    },
    get alertsWhere() {
      return t('commands.alertsWhere');
    },
    get alertsStoryline() {
      return t('commands.alertsStoryline');
    },
    get desk() {
      return t('commands.desk');
    },
    get deskSetup() {
      return t('commands.deskSetup');
    },
    get deskSetupChannel() {
      return t('commands.deskSetupChannel');
    },
    get deskSetupModerators() {
      return t('commands.deskSetupModerators');
    },
    get deskSetupRole() {
      return t('commands.deskSetupRole');
    },
    get deskSetupZone() {
      return t('commands.deskSetupZone');
    },
    get deskSetupStoryline() {
      return t('commands.deskSetupStoryline');
    },
    get deskSetupLanguage() {
      return t('commands.deskSetupLanguage');
    },
    get deskStatus() {
      return t('commands.deskStatus');
    },
    get deskPermissions() {
      return t('commands.deskPermissions');
    },
    get deskAudit() {
      return t('commands.deskAudit');
    },
    get deskUndo() {
      return t('commands.deskUndo');
    },
    get deskResend() {
      return t('commands.deskResend');
    },
    get deskLeave() {
      return t('commands.deskLeave');
    },
    get deskMessage() {
      return t('commands.deskMessage');
    },
    get deskHelp() {
      return t('commands.deskHelp');
    },
    get story() {
      return t('commands.story');
    },
    get storyList() {
      return t('commands.storyList');
    },
    get storyFollow() {
      return t('commands.storyFollow');
    },
    get storyUnfollow() {
      return t('commands.storyUnfollow');
    },
    get storyFollowStoryline() {
      return t('commands.storyFollowStoryline');
    },
    get storyWhy() {
      return t('commands.storyWhy');
    },
    get storyShow() {
      return t('commands.storyShow');
    },
    get storyShowStoryline() {
      return t('commands.storyShowStoryline');
    },
    get storyAdd() {
      return t('commands.storyAdd');
    },
    get storyEdit() {
      return t('commands.storyEdit');
    },
    get storyRemove() {
      return t('commands.storyRemove');
    },
    get storyOwn() {
      return t('commands.storyOwn');
    },
    get storyBacktest() {
      return t('commands.storyBacktest');
    },
    get storyBacktestStoryline() {
      return t('commands.storyBacktestStoryline');
    },
    get storyBacktestQuery() {
      return t('commands.storyBacktestQuery');
    },
    get storyPause() {
      return t('commands.storyPause');
    },
    get storyPauseStoryline() {
      return t('commands.storyPauseStoryline');
    },
    get storyResume() {
      return t('commands.storyResume');
    },
    get storyResumeStoryline() {
      return t('commands.storyResumeStoryline');
    },
    get storyWhyLink() {
      return t('commands.storyWhyLink');
    },
    get feed() {
      return t('commands.feed');
    },
    get feedHealth() {
      return t('commands.feedHealth');
    },
    get feedHealthFeed() {
      return t('commands.feedHealthFeed');
    },
    get feedList() {
      return t('commands.feedList');
    },
    get feedTest() {
      return t('commands.feedTest');
    },
    get feedTestUrl() {
      return t('commands.feedTestUrl');
    },
    unknown: (command: string, wrong: string, known: string) => t('commands.unknown', { command, wrong, known }),
  },
};
