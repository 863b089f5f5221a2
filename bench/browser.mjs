/**
 * `browser`: every page of a desk in a real headless Chromium, on a phone and on a screen, light and dark: what it asks
 * for in vain, what runs out of its width, what has no name for a screen reader, whether Tab reaches the content, and
 * when it is first painted. Exit code 1 where anything is wrong.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withChromium } from './chromium.mjs';
import { withDeskPage } from './page.mjs';
import { columns, say } from './table.mjs';

const PAGES = ['/', '/storylines', '/feeds', '/board', '/journal', '/channels', '/channels/desk'];
const LOOKS = [
  { look: 'phone', width: 390, height: 844, scheme: 'light' },
  { look: 'phone dark', width: 390, height: 844, scheme: 'dark' },
  { look: 'screen', width: 1280, height: 900, scheme: 'light' },
];
/** Roles that must have a name (WAI-ARIA 1.2, 5.2.8.6); landmarks that there may be one of do without. */
const NAMED = new Set([
  'link',
  'button',
  'searchbox',
  'textbox',
  'image',
  'img',
  'table',
  'region',
  'navigation',
  'heading',
]);

const MEASURE = `({
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  overflow: document.documentElement.scrollWidth - innerWidth,
  dark: getComputedStyle(document.body).backgroundColor,
})`;

async function evaluated(page, expression) {
  const { result } = await page.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value;
}

async function unnamedOn(page) {
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const bare = nodes.filter(({ ignored, role, name }) => !ignored && NAMED.has(role?.value) && !name?.value?.trim());
  return bare.map(({ role }) => role.value);
}

/** What the first Tab and Enter lead to: past the navigation, into the content. */
async function skipsTo(page) {
  const press = async (key, windowsVirtualKeyCode, text) => {
    const named = { key, code: key, windowsVirtualKeyCode };
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', ...named, text });
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named });
  };
  await press('Tab', 9);
  const first = await evaluated(page, 'document.activeElement.className');
  await press('Enter', 13, '\r');
  return `${first} -> ${await evaluated(page, 'location.hash')}`;
}

async function look(page, url, { width, height, scheme }) {
  await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 500 });
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  const loaded = page.once('Page.loadEventFired');
  await page.send('Page.navigate', { url });
  await loaded;
  const { data } = await page.send('Page.captureScreenshot', { captureBeyondViewport: true });
  const measured = await evaluated(page, MEASURE);
  const unnamed = await unnamedOn(page);
  return {
    ...measured,
    unnamed,
    skip: await skipsTo(page),
    complaints: page.complaints.splice(0),
    png: Buffer.from(data, 'base64'),
  };
}

function faultsOf({ overflow, unnamed, skip, complaints, dark }, { scheme }) {
  return [
    ...complaints,
    ...(overflow > 0 ? [`${overflow} px wider than its window`] : []),
    ...unnamed.map((role) => `a ${role} without a name`),
    ...(skip === 'skip -> #main' ? [] : [`the first Tab leads to ${skip}`]),
    ...((dark === 'rgb(255, 255, 255)') === (scheme === 'light') ? [] : [`${scheme}, and its paper is ${dark}`]),
  ];
}

async function opened(page) {
  for (const domain of ['Page', 'Log', 'Accessibility']) await page.send(`${domain}.enable`);
  const complaints = [];
  page.on((method, params) => method === 'Log.entryAdded' && complaints.push(params.entry.text));
  return { ...page, complaints };
}

function shotName(path, { look: name }) {
  return `${path.replace(/\W+/g, '-')}-${name.replace(' ', '-')}.png`;
}

async function lookAtAll(page, base, shots) {
  const rows = [];
  const faults = [];
  for (const one of LOOKS) {
    for (const path of PAGES) {
      const seen = await look(page, base + path, one);
      faults.push(...faultsOf(seen, one).map((fault) => `${path} (${one.look}): ${fault}`));
      rows.push([path, one.look, seen.paint?.toFixed(0) ?? '-', String(faults.length)]);
      if (shots) writeFileSync(join(shots, shotName(path, one)), seen.png);
    }
  }
  return { rows, faults };
}

function lookedAt(base, shots) {
  return withChromium(async (page) => lookAtAll(await opened(page), base, shots));
}

/** Prints a line for each page and look, then every fault. */
export async function run(words) {
  const options = { url: { type: 'string' }, shots: { type: 'string' }, count: { type: 'string', default: '5000' } };
  const { values } = parseArgs({ args: words, options });
  if (values.shots) mkdirSync(values.shots, { recursive: true });
  const looked = values.url
    ? await lookedAt(values.url.replace(/\/$/, ''), values.shots)
    : await withDeskPage(Number(values.count), (url) => lookedAt(url, values.shots));
  for (const row of columns([['page', 'look', 'first paint ms', 'faults so far'], ...looked.rows])) say(row);
  for (const fault of looked.faults) say(`fault: ${fault}`);
  return looked.faults.length === 0 ? 0 : 1;
}
