/**
 * Every word a member reads, in English. The functions put words around their arguments and nothing else: whether an
 * argument is plain text or escaped markdown is the caller's business. Another language is another value of `Words`.
 */
import type { Bindingness, ChangeType, RungName, ZoneBasis } from '../domain/deadline.ts';
import type { Label } from '../domain/outlet.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

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
  '24h': '24 hours left',
  '6h': '6 hours left',
  '1h': '1 hour left',
  due: 'Due now',
  after24h: 'What happened?',
};

const flags: ReadonlyMap<string, string> = new Map([
  [
    'zone_name_mismatch',
    'The text names a time zone that does not fit the date; the clock time where the deadline was set counts',
  ],
]);

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
    byTheCalendar: 'By the calendar, not from a report',
    confirmed: (outlets: number) =>
      `confirmed by ${plural(outlets, 'more independent outlet', 'more independent outlets')}`,
    shortened: 'Older entries are shortened here',
    changedSince: (change: string) => `Changed again since then: ${change}`,
  },

  rung: {
    daysLeft: (days: number) => plural(days, 'day left', 'days left'),
    daysToFirst: (days: number) => `${plural(days, 'day', 'days')} to the first possible day`,
    today: 'Due today',
    possible: 'Possible from today',
    over: 'Time is up',
    asked: (date: string) => `What happened? The date was ${date}`,
  },

  development: {
    untitled: 'Report without a title',
    one: (source: string) => `Reported by ${source}`,
    many: (outlets: number, reports: number) =>
      `Reported by ${plural(outlets, 'independent outlet', 'independent outlets')} (${plural(reports, 'report', 'reports')})`,
    aggregatorsOnly: (reports: number) => `Reported by aggregators only (${plural(reports, 'report', 'reports')})`,
    per: (outlets: string) => `Per ${outlets} (state-controlled); no other outlet here has reported it`,
    more: (reports: number) => `and ${reports} more`,
  },

  buttons: { report: 'Open the report', source: 'Open the source' },

  lists: {
    deadlines: 'Deadlines followed here',
    pending: 'Deadlines coming up',
    ended: 'Passed or ended in the last 14 days',
    storyline: (slug: string) => `Storyline: ${slug}`,
    more: (count: number) => `and ${count} more`,
    noDeadlines:
      'No deadline is tracked here at the moment. One appears as soon as a report in a followed storyline names a date; `/story list` shows what this server follows.',
    storylines: 'Storylines',
    followedIn: (channels: string) => `Followed in ${channels}`,
    notFollowed: 'Not followed here',
    noStorylines: 'There are no storylines yet. Ask whoever runs this bot to add some to its catalogue.',
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
    story: 'Storylines of sanctions and ceasefire news',
    storyList: 'Show the storylines and where this server follows them',
    unknown: (command: string, wrong: string, known: string) =>
      `/${command} has no subcommand "${wrong}". Try /${command} ${known}.`,
  },
};

/** What a translation has to provide. */
export type Words = typeof words;
