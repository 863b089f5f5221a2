/**
 * The page's script, as text because it runs in the reader's browser and is served from here. Plain and without
 * template expressions: what it may know of the page is in the page's attributes and in the events.
 */

/** Times in the reader's language and zone; relative ones against the clock the page is told, never the reader's. */
export const TIMES_SCRIPT = `'use strict';
const TIME_FORMS = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};
const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const LOCALE = undefined;
const timeFormats = new Map();
const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });

function timeFormat(style) {
  if (!timeFormats.has(style)) timeFormats.set(style, new Intl.DateTimeFormat(LOCALE, TIME_FORMS[style]));
  return timeFormats.get(style);
}

function relativeText(at, now) {
  const seconds = (at - now) / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) || UNITS[UNITS.length - 1];
  return relativeFormat.format(Math.round(seconds / size), unit);
}

function timeText(style, at, now) {
  return style === 'R' ? relativeText(at, now) : timeFormat(style).format(at);
}
`;

const THEME_SCRIPT = `
const root = document.documentElement;
const darkByDefault = matchMedia('(prefers-color-scheme: dark)');

function storedTheme() {
  try { return localStorage.getItem('theme'); } catch { return null; }
}

function storeTheme(theme) {
  try { localStorage.setItem('theme', theme); } catch { /* Without storage the choice lasts as long as the page. */ }
}

function themeNow() {
  return root.dataset.theme || (darkByDefault.matches ? 'dark' : 'light');
}

const otherTheme = () => (themeNow() === 'dark' ? 'light' : 'dark');

if (storedTheme() === 'dark' || storedTheme() === 'light') root.dataset.theme = storedTheme();

function startTheme(button) {
  const label = () => { button.textContent = otherTheme() === 'dark' ? 'Dark theme' : 'Light theme'; };
  button.addEventListener('click', () => {
    root.dataset.theme = otherTheme();
    storeTheme(themeNow());
    label();
  });
  darkByDefault.addEventListener('change', label);
  button.hidden = false;
  label();
}
`;

const PAGE_SCRIPT = `
const part = (id) => document.getElementById(id);
let now = 0;
let seen = 0;

/* ---- times ---- */
function localise(time) {
  const at = Date.parse(time.dateTime);
  time.textContent = timeText(time.dataset.style, at, now);
  time.title = timeText('F', at, now);
}

function localiseAll(within) {
  for (const time of within.querySelectorAll('time')) localise(time);
}

function tick(instant) {
  now = Date.parse(instant);
  for (const time of document.querySelectorAll('time[data-style="R"]')) localise(time);
}

function markDays() {
  let before = '';
  for (const day of document.querySelectorAll('.day')) {
    day.hidden = day.textContent === before;
    before = day.textContent;
  }
}

/* ---- scrolling ---- */
const atBottom = () => part('main').clientHeight + part('main').scrollTop >= part('main').scrollHeight - 80;

function toBottom() {
  part('main').scrollTop = part('main').scrollHeight;
}

/* ---- messages ---- */
function elementOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

const numberOf = (article) => Number(article.dataset.number);

function insert(article) {
  const later = [...part('messages').children].find((other) => numberOf(other) > numberOf(article));
  part('messages').insertBefore(article, later || null);
}

/* ---- histories: whole in themselves, with their words for screen readers ---- */
async function showHistory(details) {
  const place = details.querySelector('.picture');
  const response = await fetch(place.dataset.source);
  if (!response.ok) return;
  const drawn = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  place.replaceChildren(document.importNode(drawn.documentElement, true));
}

function onToggle({ target }) {
  if (!target.matches('.history') || !target.open) return;
  const isFirst = !target.querySelector('svg');
  showHistory(target)
    .then(() => isFirst && target.scrollIntoView({ block: 'nearest' }))
    .catch(() => {});
}

/** What was open stays open, and shows what it showed until it is drawn anew. */
function keepHistory(old, article) {
  const [before, after] = [old, article].map((one) => one.querySelector('.history'));
  if (!before || !after || !before.open) return;
  after.querySelector('.picture').replaceChildren(...before.querySelector('.picture').childNodes);
  after.open = true;
}

function replace(old, article) {
  keepHistory(old, article);
  const focused = [...old.querySelectorAll('a')].indexOf(document.activeElement);
  old.replaceWith(article);
  const links = article.querySelectorAll('a');
  if (focused >= 0) links[Math.min(focused, links.length - 1)]?.focus({ preventScroll: true });
}

function show(html) {
  const article = elementOf(html);
  const old = part(article.id);
  const follow = atBottom();
  localiseAll(article);
  article.classList.add('fresh');
  if (old) replace(old, article);
  else insert(article);
  markDays();
  if (follow) toBottom();
  else if (!old) part('newest').hidden = false;
}

/* ---- channels ---- */
function itemOf(channel) {
  return [...document.querySelectorAll('#channels li')].find((item) => item.dataset.channel === channel);
}

function countChannel({ channel, channelItem }) {
  const item = elementOf(channelItem);
  const old = itemOf(channel);
  if (old) old.querySelector('.count').replaceWith(item.querySelector('.count'));
  else part('channels').firstElementChild.append(item);
  part('channels').hidden = part('channels').firstElementChild.children.length < 2;
}

function adopt(channel) {
  document.body.dataset.channel = channel;
  part('channel-name').textContent = '# ' + channel;
  itemOf(channel).firstElementChild.setAttribute('aria-current', 'page');
}

function onMessage(event) {
  const message = JSON.parse(event.data);
  seen = Number(event.lastEventId);
  countChannel(message);
  if (document.body.dataset.channel === '') adopt(message.channel);
  if (message.channel === document.body.dataset.channel) show(message.html);
  else itemOf(message.channel).classList.add('unread');
  part('announcement').textContent = message.announcement;
}

function onState(event) {
  const state = JSON.parse(event.data);
  tick(state.now);
  part('caption').textContent = state.caption;
  part('counts').textContent = state.counts;
}

/* ---- connection ---- */
function connected(text, live) {
  part('connection').textContent = text;
  part('connection').classList.toggle('on', live);
}

function connect() {
  const events = new EventSource('/events?since=' + seen);
  events.addEventListener('open', () => connected('live', true));
  events.addEventListener('message', onMessage);
  events.addEventListener('state', onState);
  events.addEventListener('reset', () => location.reload());
  events.addEventListener('error', () => {
    connected('not connected', false);
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  });
}

function start() {
  now = Date.parse(document.body.dataset.now);
  seen = Number(document.body.dataset.latest);
  localiseAll(document);
  markDays();
  startTheme(part('theme'));
  part('newest').addEventListener('click', toBottom);
  document.addEventListener('toggle', onToggle, true);
  part('main').addEventListener('scroll', () => { if (atBottom()) part('newest').hidden = true; }, { passive: true });
  toBottom();
  connect();
}

document.addEventListener('DOMContentLoaded', start);
`;

/** The whole file. */
export const SCRIPT = TIMES_SCRIPT + THEME_SCRIPT + PAGE_SCRIPT;
