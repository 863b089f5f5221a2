/**
 * Every word a member reads, in English. The functions put words around their arguments and nothing else: whether an
 * argument is plain text or escaped markdown is the caller's business. Another language is another value of `Words`.
 */
import type { Bindingness, ChangeType, RungName, TypedProblem, ZoneBasis } from '../domain/deadline.ts';
import type { RulingProblem } from '../domain/edition.ts';
import type { FeedVerdict, Remark } from '../domain/feed.ts';
import type { Label } from '../domain/outlet.ts';
import type { ProposalState } from '../domain/proposal.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** `1,482` */
const grouped = (count: number) => count.toLocaleString('en-US');

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const changes: Readonly<Record<ChangeType, string>> = {
  set: 'Set',
  fixed: 'Fixed',
  brought_forward: 'Brought forward',
  extended: 'Extended',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  met: 'Met',
  lifted: 'Lifted',
  passed_unknown: 'Passed, outcome unknown',
  corrected: 'Corrected',
  disputed: 'Disputed',
};

/** What an alert opens with; the dates follow after a colon. A date that no longer counts is not taken for news. */
const alerts: Readonly<Record<ChangeType, string>> = {
  ...changes,
  set: 'New deadline',
  withdrawn: 'Withdrawn, was due',
  superseded: 'Superseded, was due',
  met: 'Met, was due',
  lifted: 'Lifted, was due',
  passed_unknown: 'Date passed, outcome unknown',
};

const rulingProblems: Readonly<Record<RulingProblem, string>> = {
  splits_nothing: 'None of these reports is in it. /development show numbers its reports.',
  splits_all: 'That would split all of its reports off. Leave at least one.',
  with_itself: 'Both are the same development. Name two.',
  other_storyline: 'They are of different storylines, and each is told in its own.',
  already: 'It stands so already.',
  not_held: 'It is not on hold.',
  merged: 'It was merged into another one. Name that one, or undo the merge first.',
  undone: 'That was taken back already.',
  ruled_since: 'Something was done to it since. Undo that first; /development rulings lists it.',
};

const typedProblems: Readonly<Record<TypedProblem, (text: string) => string>> = {
  empty: () => 'No date was typed. Write one such as 9 Aug, friday 17:00 or 29 April 2026 00:01 ET.',
  no_date: (text) => `There is no date in "${text}". Write one such as 9 Aug, friday 17:00 or 29 April 2026 00:01 ET.`,
  more_than_a_date: (text) => `There is more than one date in "${text}". Write the date alone.`,
  no_such_day: (text) => `No calendar has the day in "${text}". Look at the day and the month again.`,
  past: (text) => `"${text}" is over already. Write a date that is still to come, with its year where that helps.`,
};

const proposalHeadlines: Readonly<Record<ProposalState, string>> = {
  held: 'To confirm',
  open: 'To confirm',
  admitted: 'Stands by itself',
  accepted: 'Confirmed',
  dismissed: 'Dismissed',
  overtaken: 'No longer asked',
};

/** Of a proposal that was answered, or needs no answer any more; null while it does. */
const proposalStates: Readonly<Record<ProposalState, ((who: string) => string) | null>> = {
  held: () => 'No answer is needed now: no report that counts here says so, and it waits for another',
  open: null,
  admitted: () => 'No answer is needed any more: an official text or enough independent outlets say so',
  accepted: (who) => `Confirmed by ${who}`,
  dismissed: (who) => `Dismissed by ${who}`,
  overtaken: () => 'No answer is needed any more: events went on',
};

const labels: Readonly<Record<Label, string>> = {
  'official-legal': 'official legal text',
  official: 'official',
  wire: 'wire agency',
  press: 'press',
  'state-funded': 'state-funded',
  'state-controlled': 'state-controlled',
  aggregator: 'aggregator',
  unreviewed: 'unreviewed',
};

const bindingness: Readonly<Record<Bindingness, string>> = {
  legal: 'Binding in law',
  announced: 'Announced by the issuer; not a legal text',
  reported: 'Known from news reports only',
};

const assumed = (zone: string) => `Time zone: ${zone}, assumed (not stated)`;

/** UTC is no place: nothing is set or written there. */
const zoneBases: Readonly<Record<ZoneBasis, (zone: string) => string>> = {
  stated: (zone) => `Time zone: ${zone}, as stated`,
  issuer: (zone) => (zone === 'UTC' ? assumed(zone) : `Time zone: ${zone}, where the deadline was set (not stated)`),
  outlet: (zone) => (zone === 'UTC' ? assumed(zone) : `Time zone: ${zone}, where the report was written (not stated)`),
  default: assumed,
};

/** Zones by the names members know; any other is called by its city. */
const zones: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['America/New_York', 'US Eastern'],
  ['America/Chicago', 'US Central'],
  ['America/Denver', 'US Mountain'],
  ['America/Los_Angeles', 'US Pacific'],
  ['Europe/London', 'UK'],
  ['Asia/Shanghai', 'China'],
  ['Asia/Tokyo', 'Japan'],
]);

const rungs: Readonly<Record<RungName, string>> = {
  '30d': '30 days left',
  '7d': '7 days left',
  '72h': '72 hours left',
  '3d': '3 days left',
  '24h': '24 hours left',
  '1d': '1 day left',
  '6h': '6 hours left',
  '1h': '1 hour left',
  opens: 'The window opens',
  due: 'Due now',
  after24h: 'What happened?',
};

const flags: ReadonlyMap<string, string> = new Map([
  [
    'zone_name_mismatch',
    'The text names a time zone that does not fit the date; the clock time where the deadline was set counts',
  ],
  ['counted_from_publication', 'Counted from the day of the report, which may not be the day it was said'],
  ['alternatives', 'The text names two days and leaves open which; none between them is meant'],
  ['taken_back', 'The text says that a demand or a measure was taken back'],
  ['weekday_mismatch', 'The text names a weekday that does not fit the date'],
  ['other_trade', 'The words may be those of sport, a show or private life'],
  ['other_reading', 'A second reading of the same words gives another day'],
  ['corrected_by_moderators', 'The date was put right by the moderators of this server'],
  ['released_by_moderators', 'The moderators of this server had it on hold, and released it'],
  ['restored_by_moderators', 'The moderators of this server had withdrawn it, and took that back'],
]);

const verdicts: Readonly<Record<FeedVerdict, string>> = {
  new: 'not polled yet',
  healthy: 'healthy',
  unreachable: 'cannot be reached',
  timeout: 'does not answer in time',
  http_error: 'answers with an error',
  rate_limited: 'asks for fewer requests',
  gone: 'gone for good',
  refused_address: 'its address is refused',
  too_large: 'too large',
  hostile: 'takes too much to read',
  not_a_feed: 'no feed',
  challenge_page: 'a test for browsers instead of a feed',
  bad_xml: 'cannot be read',
  truncated: 'cut off before its end',
  empty: 'an empty document',
  decoy: 'not the feed it seems to be',
  stale: 'nothing new for a long time',
  gap: 'entries may have been missed',
  empty_flap: 'loses its entries now and then',
  bad_encoding: 'letters are lost',
  moved: 'moved to another address',
  redated: 'old entries come with new dates',
  flapping: 'fails and works by turns',
};

const remarks: Readonly<Record<Remark['name'], string>> = {
  no_entries: 'No entries',
  archive: 'A whole archive',
  teaser_only: 'Teasers only',
  undated: 'Without dates',
  date_uncertain: 'Uncertain dates',
  future_date: 'Dates ahead',
  repeated_link: 'Repeated links',
  repeated_title: 'Repeated titles',
  tracked_guid: 'Tracked guids',
  ill_formed: 'Ill-formed',
};

/** Minutes in the unit that people would use. */
function duration(minutes: number): string {
  if (minutes < 90) return plural(minutes, 'minute', 'minutes');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural(hours, 'hour', 'hours') : plural(Math.round(hours / 24), 'day', 'days');
}

export const words = {
  months,
  shortMonths: months.map((month) => month.slice(0, 3)),
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  changes,
  alerts,
  labels,
  bindingness,
  zoneBases,
  rungs,

  zone: (zone: string) => zones.get(zone) ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  flag: (flag: string) => `Note: ${flags.get(flag) ?? flag.replaceAll('_', ' ')}`,
  quote: (text: string) => `“${text}”`,
  moved: (before: string, after: string) => `${before} → ${after}`,

  when: {
    approximate: (dates: string) => `${dates} (approx.)`,
    vague: (dates: string) => `no firm date (some time in ${dates})`,
    day: (date: string, zone: string, own: string) => `${date} (${zone} day), no time given · your date: ${own}`,
    range: (dates: string, zone: string) => `${dates}, ${zone} days, no time given`,
    clocks: (utc: string, local: string, zone: string) => `${utc} · ${local} ${zone} time`,
    lastFullDay: (date: string, zone: string) => `Last full day before it: ${date} (${zone})`,
    today: 'today',
    tomorrow: 'tomorrow',
    inDays: (days: number) => `in ${days} days`,
  },

  deadline: {
    name: (target: string, issuer: string) => `Deadline for ${target}, set by ${issuer}`,
    status: 'Status',
    date: 'When',
    history: 'History',
    reported: (time: string) => `reported ${time}`,
    pending: 'Pending',
    passed: 'The date has passed; outcome unknown',
    disputed: (status: string, sources: number) =>
      sources === 0
        ? `${status}, but disputed`
        : `${status}, but disputed by ${plural(sources, 'independent source', 'independent sources')}`,
    disputedBy: (source: string, date: string) => `Disputed by ${source}: ${date}`,
    byTheCalendar: 'By the calendar, not from a report',
    condition: (text: string) => `It hangs on this: “${text}”`,
    consequence: (text: string) => `What follows: “${text}”`,
    byModerators: 'Confirmed by the moderators of this server',
    killed: 'Withdrawn by the moderators',
    held: 'On hold while the moderators check it',
    released: 'Checked and released by the moderators',
    restored: 'Restored by the moderators',
    killedAlert: 'Withdrawn by the moderators, was due',
    confirmed: (outlets: number) =>
      `confirmed by ${plural(outlets, 'more independent outlet', 'more independent outlets')}`,
    shortened: 'Older entries are shortened here',
    changedSince: (change: string) => `Changed again since then: ${change}`,
  },

  catchUp: {
    headline: 'What was missed here',
    since: (time: string) =>
      `This bot was not running at ${time} or later. In one message, instead of many that come too late:`,
    passed: (date: string) => `Its date went by: ${date}. The outcome is not known here`,
    ahead: (date: string) => `Still ahead: ${date}`,
    reminders: (names: readonly string[]) => `Reminders that did not go out: ${names.join(', ')}`,
    more: 'More was missed; /deadline list shows where everything stands',
  },

  notices: {
    feed: (feed: string, outlet: string) => `Feed ${feed} (${outlet}) cannot be read`,
    feedRemedy: 'It is tried again by itself; /feed test reads an address, /feed health shows its history.',
    network: (feeds: number) => `None of ${feeds} feeds can be reached`,
    networkRemedy: "Whoever runs this bot should check its machine's network. Reminders go on; nothing new is read.",
    silence: (outlet: string) => `${outlet} has published nothing for unusually long`,
    silenceRemedy: 'Others have. Its feed is read without error: it may have moved, or been given up.',
    channel: 'The bot may not write to a channel',
    inChannel: (channel: string) => `<#${channel}>: what is due there waits until it may.`,
    disk: (megabytes: number) => `The bot's disk is nearly full: ${megabytes} MB left`,
    diskRemedy: 'Whoever runs this bot should free some space, or keep items for fewer days (DESK_RETENTION_DAYS).',
    down: 'This bot was not running',
    downRemedy: 'What feeds still list was read, and what was due is told in one message a channel.',
    since: (time: string) => `-# Since ${time}`,
    between: (from: string, to: string) => `-# From ${from} to ${to}`,
    over: (from: string, to: string) => `Over: it lasted from ${from} to ${to}.`,
    resolved: (headline: string) => `Over: ${headline}`,
  },

  typed: {
    problems: typedProblems,
    ambiguous: (dates: readonly string[]) =>
      `That may be ${dates.join(' or ')}. Write the month as a word, for example 9 Aug 2026.`,
  },

  proposal: {
    headlines: proposalHeadlines,
    first: (date: string) => `a new deadline, ${date}`,
    states: proposalStates,
    somebody: 'a moderator',
    counted: (day: string) => `Counted from ${day}, the day it was said or reported; outlets often count differently`,
    unplain: 'The words leave room for another reading, so nobody but people should let it stand',
    asked: 'Moderators confirm here what news reports say',
    said: (outlets: number, names: string) =>
      `Said by ${plural(outlets, 'independent outlet', 'independent outlets')}: ${names}`,
    saidByNone: (names: string) => `No independent origin is known: said by ${names}`,
    answer: (code: string) =>
      `Nothing counts down until it is confirmed: /deadline confirm proposal:${code} or /deadline dismiss proposal:${code}`,
    answerBeside: (code: string) =>
      `What stands so far stays until it is confirmed: /deadline confirm proposal:${code} or /deadline dismiss proposal:${code}`,
    none: 'No proposal waits for an answer here.',
    unknown: (code: string, waiting: string) => `There is no proposal "${code}" here. Waiting: ${waiting}`,
    stands: (name: string) => `It stands now: ${name}. Its card and its reminders are on their way.`,
    isDismissed: (name: string) => `It will not be shown: ${name}. Reports that say the same will not ask again.`,
    tooLate: 'Something newer stands already, so this can no longer be confirmed. It is closed.',
  },

  rung: {
    daysLeft: (days: number) => plural(days, 'day left', 'days left'),
    daysToFirst: (days: number) => `${plural(days, 'day', 'days')} to the first possible day`,
    today: 'Due today',
    opens: 'The window opens today',
    over: 'Time is up',
    asked: (date: string) => `What happened? The date was ${date}`,
    read: (time: string) => `Sources last read ${time}`,
    waited: (date: string) => `Reminder: ${date}`,
    dueAt: (time: string) => `This reminder was for ${time}; it waited until the quiet hours here were over`,
  },

  counted: { dead: 'Dead', injured: 'Injured', missing: 'Missing' },
  stands: {
    held: (at: string) => `**On hold:** the moderators are checking it since ${at}`,
    killed: (at: string) => `**Withdrawn by the moderators** on ${at}`,
    irrelevant: (at: string) => `**Of no matter here**, the moderators say since ${at}`,
    merged: (headline: string) => `**Told together with:** ${headline}`,
    corrected: (at: string) => `**Corrected by the moderators** on ${at}`,
  },
  ruling: {
    correct: { title: 'Correction', says: (headline: string) => `Right is: ${headline}` },
    kill: { title: 'Withdrawn', says: (headline: string) => `Not to be relied on: ~~${headline}~~` },
    undone: 'The moderators took this back',
  },
  digest: {
    headline: (developments: number) => `Also reported: ${plural(developments, 'development', 'developments')}`,
  },
  corroboration: 'Now confirmed by more outlets',
  origins: {
    credited: (who: string) => `text by ${who}`,
    quoted: (who: string) => `citing ${who}`,
    agencies: 'text by news agencies it does not name',
    reprint: (whose: string) => `reprint of ${whose}`,
    reworded: (whose: string) => `reworded copy of ${whose}`,
    same_title: (whose: string) => `same headline as ${whose}`,
    stateControlled: (who: string) => `${who} (state-controlled)`,
  },

  development: {
    unconfirmed: (origins: number) =>
      `**Unconfirmed:** fewer than ${plural(origins, 'independent outlet reports', 'independent outlets report')} it so far`,
    untitled: 'Report without a title',
    followUp: (title: string) => `Follows up: ${title}`,
    one: (source: string) => `Reported by ${source}`,
    many: (outlets: number, reports: number) =>
      `Reported by ${plural(outlets, 'independent outlet', 'independent outlets')} (${plural(reports, 'report', 'reports')})`,
    nobody: (reports: number) => `No independent origin is known (${plural(reports, 'report', 'reports')})`,
    per: (outlets: string) => `Per ${outlets} (state-controlled); no independent outlet here has reported it`,
    more: (reports: number) => `and ${reports} more`,
    counted: (what: string, value: number) => `**${what}:** ${value}`,
    before: (values: string) => `before that ${values}`,
    claimed: (value: number, whose: string) => `${value} per ${whose}`,
  },

  buttons: {
    report: 'Open the report',
    source: 'Open the source',
    why: 'Why?',
    history: 'History',
    irrelevant: 'Not relevant',
    accept: 'Accept',
    edit: 'Edit the date',
    reject: 'Reject',
    follow: 'Follow',
    unfollow: 'Unfollow',
  },

  lists: {
    deadlines: 'Deadlines followed here',
    pending: 'Deadlines coming up',
    ended: 'Passed or ended in the last 14 days',
    storyline: (number: number, slug: string) => `Number ${number} · Storyline: ${slug}`,
    more: (count: number) => `and ${count} more`,
    noDeadlines:
      'No deadline is tracked here at the moment. One appears once an official text, enough independent outlets or this server’s moderators let a date stand; `/story list` shows what this server follows.',
    storylines: 'Storylines',
    followedIn: (channels: string) => `Followed in ${channels}`,
    notFollowed: 'Not followed here',
    noStorylines: 'There are no storylines yet. Ask whoever runs this bot to add some to its catalogue.',
  },

  history: {
    which: (names: string) => `Which deadline? ${names}. Give its number, or words of its name.`,
    many: (asked: string, names: string) => `“${asked}” fits more than one deadline. ${names}. Give the number.`,
    none: (asked: string) =>
      `No deadline here is called “${asked}”. Give its number in /deadline list, or words of its name.`,
    nothing: 'No deadline is tracked here yet. /story list shows what this server follows.',
    entry: (number: number, name: string) => `${number}: ${name}`,
  },

  docket: {
    headline: 'Developments of your storylines, the newest first',
    nothing: 'Nothing was reported of your storylines yet.',
    confirmed: 'confirmed',
    unconfirmed: 'shown as unconfirmed',
    unshown: 'not shown yet',
    digested: 'told in a digest',
    stands: { held: 'on hold', killed: 'withdrawn', irrelevant: 'of no matter here', merged: 'told with another one' },
    joined: {
      opened: 'it came first',
      same_article: 'the same article',
      same_title: 'the same title',
      alike: 'it reads like the others',
    },
    ruled: 'What moderators did to developments',
    noRulings: 'Nothing was done to a development yet.',
    noRuling: (code: string) => `Nothing done here has the code “${code}”. /development rulings lists what was done.`,
    rulings: {
      split: 'Reports split off',
      merge: 'Two developments merged',
      hold: 'Put on hold',
      release: 'Released',
      correct: 'Headline corrected',
      kill: 'Withdrawn',
      irrelevant: 'Marked as of no matter',
    },
    undoneBy: (member: string) => `taken back by ${member}`,
    done: 'Done',
    undone: 'Taken back',
    undoable: '`/development undo` takes it back.',
    none: (asked: string) =>
      `No development here is meant by “${asked}”. Give its code in /development list, the link of one of its reports, or words of its headline.`,
    many: (asked: string, names: string) => `“${asked}” fits more than one development. ${names}. Give the code.`,
    noReport: (part: string, reports: number) =>
      `“${part}” is no report of it. /development show numbers them: give numbers from 1 to ${reports}, such as 2 4.`,
    problems: rulingProblems,
  },

  feeds: {
    verdicts,
    remarks,
    health: 'Health of the feeds',
    counts: (feeds: number, counted: readonly string[]) => `${plural(feeds, 'feed', 'feeds')}: ${counted.join(', ')}`,
    needCare: (count: number) => `${count} with trouble`,
    healthy: (count: number) => `${count} healthy`,
    unpolled: (count: number) => `${count} not polled yet`,
    off: (count: number) => `${count} switched off`,
    wellHeading: 'Healthy',
    moreTroubled: (count: number) => `and ${count} more with trouble`,
    moreHealthy: (count: number) => `and ${count} more healthy`,
    since: (verdict: string, time: string) => `${verdict} since ${time}`,
    lastSuccess: (time: string) => `Last success ${time}`,
    noSuccess: 'No success so far',
    nextTry: (time: string) => `next try ${time}`,
    switchedOff: 'switched off',
    paused: (time: string) => `its host asked for a pause until ${time}`,
    newest: (time: string) => `newest entry ${time}`,
    noNewest: 'no entry so far',
    rhythm: (minutes: number) => `one about every ${duration(minutes)}`,
    polls: (drawn: string, count: number, counted: readonly string[]) =>
      `${drawn} ${count === 1 ? 'the last poll' : `the last ${count} polls`}: ${counted.join(', ')}`,
    read: (count: number) => `${count} brought a document`,
    unchanged: (count: number) => `${count} unchanged`,
    failed: (count: number) => `${count} failed`,
    legend: (read: string, unchanged: string, failed: string) =>
      `Polls are drawn with the oldest first: ${read} a document, ${unchanged} unchanged, ${failed} failed`,
    noFeeds: 'No feed is in the catalogue. Ask whoever runs this bot to add some.',
    list: 'Feeds',
    one: (feed: string) => `Feed ${feed}`,
    status: (verdict: string) => `Status: ${verdict}`,
    configured: (minutes: number) => `configured to be polled every ${duration(minutes)}`,
    inARow: (failures: number) => `${plural(failures, 'poll', 'polls')} failed in a row`,
    movedTo: (host: string, times: number, since: string) =>
      `Redirects for good to an address on ${host}, seen ${plural(times, 'time', 'times')} since ${since}`,
    learnt: 'it is asked there now',
    unlearnt: 'not believed before it was seen often enough over days',
    faults: 'What is wrong',
    seenSince: (since: string, last: string) => `since ${since}, last seen ${last}`,
    worthKnowing: 'Worth knowing',
    trap: (says: string) => `Known trap: ${says}`,
    unknown: (feed: string) => `There is no feed "${feed}". /feed list shows the names of all feeds.`,
    testOf: (host: string) => `Test of a feed on ${host}`,
    verdict: (verdict: string) => `Verdict: ${verdict}`,
    found: (title: string, entries: number) => `${title} · ${plural(entries, 'entry', 'entries')}`,
    untitled: 'A feed without a title',
    wouldPoll: (minutes: number) => `It would be polled about every ${duration(minutes)}`,
    alreadyListed: (feed: string) => `The catalogue has it already, as ${feed}`,
    firstTitles: 'First entries',
    noTitle: 'an entry without a title',
    again: (time: string) => `It allows the next request ${time}`,
    privateHost:
      'Private addresses are never read on request: nobody can allow one from Discord, only whoever runs this bot in its configuration.',
    nothingKept: 'A test stores nothing and posts nothing.',
    noAddress: 'That is no web address. Write the whole address of a feed, beginning with https:// or http://.',
    withLogin: 'An address with a name and a password in it is not read. Leave them out.',
    testRunning: 'Another test is running in this server. Wait for its answer.',
    testTooSoon: (seconds: number) =>
      `One test every 10 seconds: try again in ${plural(seconds, 'second', 'seconds')}.`,
    hostPaused: (host: string, until: string) => `${host} asked to be left alone until ${until}. Test it after that.`,
  },

  follow: {
    done: (storyline: string) => `Following: ${storyline}`,
    gone: (storyline: string) => `No longer following: ${storyline}`,
    called: (role: string) => `You have the role ${role} now: alerts of it call you.`,
    silent: (role: string) => `You no longer have the role ${role}: alerts of it do not call you any more.`,
    noRole: (storyline: string) =>
      `Alerts of “${storyline}” call no role here. Ask a moderator to choose one with /alerts role.`,
    denied: (role: string) =>
      `The bot cannot give or take the role ${role}. Ask a moderator: /desk permissions says what is missing.`,
  },

  why: {
    summary: 'Why this article',
    matched: 'matches',
    noLonger: 'matched by the rules of its day; today’s would not take it',
    wouldMatch: 'matches by today’s rules, which are newer than the article',
    baseline: 'matches, but stood in the first document of its feed, which is stored in silence',
    mentioned: 'only the body speaks of it, which never alerts',
    none: 'No storyline takes it.',
    near: 'Just missed',
    missing: (groups: string) => `nothing of: ${groups}`,
    stopped: (hits: string) => `stopped by ${hits}`,
    wouldStop: (terms: string) => `Would have stopped it: ${terms}`,
    byAlias: (name: string) => `(name of ${name})`,
    fields: { title: 'in the title', lede: 'in the opening', body: 'in the body', item: '(known of the article)' },
    likeness: {
      joined: (percent: number, stems: string) =>
        `No match of the query: taken in because it reads like the seed items (${percent} %): ${stems}`,
      boosted: (percent: number, stems: string) => `Reads like the seed items (${percent} %): ${stems}`,
      none: (percent: number, stems: string) =>
        stems === ''
          ? 'Shares no word with the seed items'
          : `Reads little like the seed items (${percent} %): ${stems}`,
    },
    alert: 'Why this alert?',
    track: 'Track this link',
    noAlert: 'That is no alert of this bot. Use this on one of its messages.',
    several: 'That message tells of several things. Use /story why with the link of the article that you mean.',
    linkless: 'There is no link in that message.',
    noLink: 'That is no web address. Paste the link of an article, beginning with https://.',
    unknown:
      'No article with this link is stored. It may not have been in a feed this bot reads, or it was deleted because no storyline took it; `/feed list` shows the feeds.',
  },

  plot: {
    untitled: 'Hits over time',
    day: (date: string, month: string) => `${date} ${month}`,
    span: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    posted: (hits: number) => `${grouped(hits)} posted or edited`,
    matched: (hits: number) => `${grouped(hits)} only matched`,
    compared: (name: string, hits: number) => `${name}: ${grouped(hits)} ${hits === 1 ? 'hit' : 'hits'}`,
    none: 'No hits',
    noneIn: (span: string) => `Nothing matched, ${span}`,
    hits: (hits: number, posted: number, span: string) =>
      `${plural(hits, 'hit', 'hits')}, ${posted} of them posted or edited, ${span}.`,
    most: (hits: number, unit: string, start: string) => `Most in one ${unit}: ${hits}, ${start}.`,
    units: { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' },
    rate: (unit: string, span: string) => `Hits per ${unit} (UTC), ${span}`,
    bar: (start: string, posted: number, matched: number) =>
      `${start}: ${posted} posted or edited, ${matched} only matched`,
    beyond: 'no items',
    deadlines: 'Deadlines: when learnt → for when',
    version: (learnt: string, change: string, when: string | null) =>
      when === null ? `${learnt} · ${change}` : `${learnt} · ${change}: ${when}`,
    moreVersions: (count: number) => `${plural(count, 'version', 'versions')} more, not drawn`,
  },

  chain: {
    asOf: (status: string, time: string) => `${status} · as of ${time}`,
    now: 'now',
    version: (said: string, change: string) => `${said} · ${change}`,
    calendar: 'by the calendar',
    confirmed: (outlets: number) => `confirmed by ${outlets} more`,
    notDrawn: (count: number) => `${plural(count, 'older version', 'older versions')} not drawn`,
    said: 'reported',
    confirming: 'confirming report',
    replaced: 'date replaced',
    rungs: {
      planned: 'reminder planned',
      fired: 'reminder sent',
      skipped: 'reminder skipped',
      cancelled: 'reminder cancelled',
    },
    told: {
      status: (name: string, status: string, date: string) => `${name}. ${status}: ${date}.`,
      version: (said: string, change: string, source: string) => `${said}: ${change}, ${source}`,
      struck: 'no longer valid',
      reminders: (counted: readonly string[]) => `Reminders: ${counted.join(', ')}.`,
      rungs: { planned: 'planned', fired: 'sent', skipped: 'skipped', cancelled: 'cancelled' },
      next: (count: string, rung: string, time: string) => `${count} (next: ${rung}, ${time})`,
      asOf: (time: string) => `As of ${time}.`,
    },
  },

  timeline: {
    title: (deadlines: number) => `Time line of ${plural(deadlines, 'deadline', 'deadlines')}`,
  },

  activity: {
    title: (days: number) => `Matched items a day, the last ${days} days`,
    none: 'Nothing matched.',
    told: (items: number, most: number, day: string) => `${plural(items, 'item', 'items')}; most on ${day}: ${most}.`,
    items: (count: number) => plural(count, 'item', 'items'),
  },

  settings: {
    heading: (channel: string) => `Alerts in ${channel}`,
    undoable: '`/desk undo` takes it back.',
    unchanged: 'It was so already.',
    nobody: 'nobody',
    pings: (role: string) => `Pings: ${role}`,
    mutedUntil: (time: string) => `Pings nobody until ${time}`,
    ladder: (steps: string) => `Reminders: ${steps}`,
    noLadder: 'Reminders: none',
    gate: (post: number, ping: number) =>
      `Confirmed by ${plural(post, 'independent outlet', 'independent outlets')}, pings from ${ping}`,
    unconfirmed: { show: 'Before that it is shown as unconfirmed', hold: 'Before that it is not shown' },
    quiet: (from: string, until: string, zone: string) => `Quiet hours: ${from} to ${until}, ${zone} time`,
    urgent: 'Dates that moved, and those that are due, come all the same',
    noQuiet: 'Quiet hours: none',
    digest: (posts: number, pings: number) =>
      `At most ${plural(posts, 'message', 'messages')} of developments and ${plural(pings, 'ping', 'pings')} an hour; the rest in a digest`,
    nothingHere: (channel: string, channels: string) =>
      channels === ''
        ? `Nothing is followed in ${channel}. /desk setup begins with a channel.`
        : `Nothing is followed in ${channel}. Name one of these with the option channel: ${channels}.`,
    notHere: (storyline: string) =>
      `“${storyline}” is not followed in that channel. /story list shows what is, and where.`,
    noStoryline: (storyline: string) => `There is no storyline “${storyline}”. /story list shows all of them.`,
    noStep: (step: string, steps: string) => `“${step}” is no step of a ladder. There are ${steps}, or none.`,
    noClock: (text: string) => `“${text}” is no time of day. Write one such as 22:00.`,
    noZone: (text: string) => `There is no time zone “${text}”. Choose one such as Europe/Kyiv from the list.`,
    noNumber: (name: string, least: number, most: number) =>
      `The option ${name} takes a whole number from ${least} to ${most}.`,
    noRole: 'That role is not there any more. Choose another one.',
    silentRole: (role: string) =>
      `A mention of ${role} calls nobody: allow everyone to mention it in the role’s settings, or the bot to mention all roles in that channel.`,
  },

  desk: {
    needs: { view: 'View Channel', send: 'Send Messages', history: 'Read Message History' },
    noChannel: (channel: string) =>
      `The bot cannot write in ${channel}: it does not see it, or it is no channel for text. Choose another one, or let the bot in there.`,
    lacks: (channel: string, needs: string) =>
      `In ${channel} the bot lacks ${needs}. Allow it in the channel’s settings under Permissions, then try again.`,
    ready: 'Set up',
    follows: (storylines: number, channel: string) =>
      `${plural(storylines, 'storyline is', 'storylines are')} followed in ${channel}`,
    asked: (channel: string) => `Moderators are asked in ${channel}`,
    askedHere: 'Moderators are asked in the channel itself: name another one with the option moderators',
    zone: (zone: string) => `Hours are written in ${zone} time`,
    noZone: 'No time zone is chosen: hours are written in UTC',
    language: (language: string) => `Alerts are written in ${language}`,
    next: 'What comes next: `/story list` shows the storylines, `/alerts` what pings whom and when, `/desk undo` takes this back.',
    status: 'How this desk stands',
    nothing: 'Nothing is followed here yet. /desk setup begins with a channel.',
    waiting: (proposals: number) =>
      proposals === 0
        ? 'No date waits for an answer'
        : `${plural(proposals, 'date waits', 'dates wait')} for an answer`,
    closed: (channel: string, reason: string) => `${channel} is closed to the bot: ${reason}`,
    feeds: (feeds: number, troubled: number) =>
      `${plural(feeds, 'feed is', 'feeds are')} read, ${troubled} with trouble`,
    permissions: 'What the bot may do',
    allWell: (channel: string) => `${channel}: all it needs`,
    missing: (channel: string, needs: string) => `${channel}: it lacks **${needs}**`,
    unseen: (channel: string) => `${channel}: it does not see it, or cannot write to it`,
    gives: (role: string) => `${role}: members get it by the button “Follow”`,
    givesNot: (role: string) =>
      `${role}: it cannot give it to members. Allow it Manage Roles, move its own role above this one, and let this one have no more permissions than everyone`,
    invitation: (link: string) => `[Let the bot into a server](${link}) with what it needs, and nothing more`,
    audit: 'What moderators did, the newest first',
    noAudit: 'Nothing was done here yet.',
    moved: (before: string, after: string) => `${before} → ${after}`,
    began: (after: string) => `new: ${after}`,
    undone: 'taken back',
    tookBack: 'took something back',
    server: 'Server',
    proposals: {
      held: 'A date waits for another outlet',
      open: 'A date is asked about',
      admitted: 'A date stands by itself',
      accepted: 'A date was confirmed',
      dismissed: 'A date was dismissed',
      overtaken: 'A date came too late',
    },
    back: 'Taken back',
    undo: {
      nothing: 'There is nothing to take back.',
      began: 'It began there, and nothing stood before. /alerts mute silences it, and /alerts channel moves it.',
      changed_since:
        'Something was changed there since, by a moderator or a new configuration. Set it anew with /alerts or /desk setup.',
      answered: 'An answer to a proposal is not taken back: /development kill withdraws a date that stands.',
    },
    help: 'What this desk does',
    helpIntro:
      'It follows the news of sanctions and ceasefire talks: one message an event, one card a deadline, and reminders before it falls.',
    helpSteering: 'for moderators',
  },

  refusal: { summary: 'That did not work' },
  bug: {
    summary: 'Something went wrong on our side',
    advice: (reference: string) =>
      `Nothing you did wrong; please try again. If it keeps happening, tell whoever runs this bot the reference ${reference}.`,
  },

  commands: {
    deadline: 'Deadlines this server follows',
    deadlineList: 'Show the deadlines this server follows, soonest first',
    deadlineConfirm: 'Let a proposed date stand: it is shown and counted down from now on',
    deadlineDismiss: 'Turn a proposed date down: it is not shown, and reports of it do not ask again',
    deadlineDate: 'Only if the proposed date is wrong: the right one, such as 9 Aug or 29 April 2026 00:01 ET',
    deadlineProposal: 'The six letters and digits on the proposal',
    deadlineHistory: 'Show how a deadline came to its date, in words and as a picture',
    deadlineHistoryDeadline: 'Its number in /deadline list, or words of its name',
    development: 'For moderators: what is made of the developments told here',
    developmentList: 'Show the newest developments with their codes, those not shown as well',
    developmentShow: 'Show a development with its reports by number',
    developmentSplit: 'Give some reports of a development a message of their own, for good',
    developmentMerge: 'Tell two developments in one message, for good',
    developmentHold: 'Mark a development as being checked; it is not brought up to date until released',
    developmentRelease: 'Tell a development on hold again, with all that was reported since',
    developmentCorrect: 'Put a headline right, visibly, and tell those who read the old one',
    developmentKill: 'Withdraw a development: struck through, and those who read it are told',
    developmentIrrelevant: 'Strike a development that does not belong to its storyline',
    developmentRulings: 'Show what moderators did to developments, with the codes to undo it',
    developmentUndo: 'Take back what a moderator did; what was reported since is kept',
    developmentWhich: 'Its code in /development list, the link of one of its reports, or words of its headline',
    developmentReports: 'Numbers of the reports in /development show, such as 2 4',
    developmentFrom: 'The development that ends: its code, a link or words of its headline',
    developmentInto: 'The development that goes on: its code, a link or words of its headline',
    developmentHeadline: 'The headline as it should read',
    developmentReason: 'Why, in a few words; readers see it',
    developmentRuling: 'Its code in /development rulings; without one, the last thing done',
    alerts: 'For moderators: where alerts go, whom they ping, and when',
    alertsChannel: 'Send what is followed in one channel to another one from now on',
    alertsTo: 'The channel that gets it from now on',
    alertsRole: 'Choose the role that alerts ping; without one they ping nobody',
    alertsRoleRole: 'The role; none for nobody',
    alertsLadder: 'Choose the reminders before a deadline',
    alertsSteps: 'Such as 7d 24h 1h due after24h, or none',
    alertsGate: 'Choose how many independent outlets confirm a report, and how many let it ping',
    alertsPost: 'Outlets from which it counts as confirmed, 1 to 9',
    alertsPing: 'Outlets from which it pings, 1 to 9',
    alertsUnconfirmed: 'Show what is not confirmed, marked as such, or hold it back: show or hold',
    alertsQuiet: 'Choose the hours in which the channel is left in peace; the same twice means none',
    alertsFrom: 'When they begin, such as 22:00',
    alertsUntil: 'When they end, such as 07:00',
    alertsZone: 'The time zone of these hours, such as Europe/Kyiv',
    alertsUrgent: 'Whether dates that moved or are due come all the same',
    alertsDigest: 'Choose how many messages and pings an hour the channel wants; the rest go into a digest',
    alertsPosts: 'Messages of developments an hour, 1 to 60',
    alertsPings: 'Pings an hour, 0 to 60',
    alertsMute: 'Ping nobody for some hours; cards come all the same',
    alertsHours: 'So many hours, 0 to 720; 0 ends it',
    alertsWhere: 'The channel; this one if left out',
    alertsStoryline: 'One storyline alone; all in the channel if left out',
    desk: 'The desk in this server: set it up, see how it stands, take back what was done',
    deskSetup: 'Choose a channel for alerts; what the bot lacks there is said at once',
    deskSetupChannel: 'Where alerts go',
    deskSetupModerators: 'Where moderators are asked about dates',
    deskSetupRole: 'Whom alerts ping',
    deskSetupZone: 'The time zone of this server, such as Europe/Kyiv',
    deskSetupStoryline: 'One storyline alone; all of them if left out',
    deskSetupLanguage: 'The language of alerts here',
    deskStatus: 'Show what is followed where, what waits, and what is wrong',
    deskPermissions: 'Show what the bot may do in its channels, and what it lacks',
    deskAudit: 'Show what moderators did, with what stood before and after',
    deskUndo: 'Take back the last thing that a moderator did',
    deskHelp: 'Show what there is',
    story: 'Storylines of sanctions and ceasefire news',
    storyList: 'Show the storylines and where this server follows them',
    storyFollow: 'Have the role that alerts of a storyline call',
    storyUnfollow: 'Give back the role that alerts of a storyline call',
    storyFollowStoryline: 'The storyline',
    storyWhy: 'Say why an article is in a storyline, or is not',
    storyWhyLink: 'The link of the article, beginning with https://',
    feed: 'The news feeds this bot reads, and how they are',
    feedHealth: 'Show how the feeds are, those with trouble first',
    feedHealthFeed: 'Name of one feed, to see all that is known of it',
    feedList: 'Show the feeds with their outlets and labels',
    feedTest: 'For moderators: read an address once and say what it is',
    feedTestUrl: 'The address to read, beginning with https://',
    unknown: (command: string, wrong: string, known: string) =>
      `/${command} has no subcommand "${wrong}". Try /${command} ${known}.`,
  },
};

/** What a translation has to provide. */
export type Words = typeof words;
