/** The style sheet of the desk page, as text because it is served from here. Colours come in pairs: light, dark. */
import { COLOURS } from '../plot/style.ts';

/** What the colours of drawings become on dark paper: as far apart in lightness as on light. */
const DARK: Readonly<Record<keyof typeof COLOURS, string>> = {
  paper: '#1e2024',
  edge: '#3a3d44',
  ink: '#e8eaed',
  quiet: '#a9afb9',
  grid: '#34373e',
  beyond: '#26282d',
  hit: '#8db0ff',
  paleHit: '#2b4483',
  deadline: '#ff8dbb',
  paleDeadline: '#5c2442',
  faded: '#858d99',
  paleFaded: '#2c2f35',
};

/** Drawings bring light colours as attributes, which any rule overrides. */
function drawnColours(): string {
  const rules = Object.entries(COLOURS).map(([name, light]) => {
    const pair = `light-dark(${light}, ${Reflect.get(DARK, name)})`;
    return `.drawn [fill="${light}"] { fill: ${pair}; }\n.drawn [stroke="${light}"] { stroke: ${pair}; }`;
  });
  return rules.join('\n');
}

const PAGE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #1e2024);
  --panel: light-dark(#f3f4f6, #26282d);
  --card: light-dark(#f8f8f9, #26282d);
  --line: light-dark(#d5d9df, #3f434b);
  --text: light-dark(#24292f, #dfe2e6);
  --strong: light-dark(#0b0d10, #ffffff);
  --muted: light-dark(#57606a, #a9afb9);
  --link: light-dark(#0550ae, #79b8ff);
  --button: light-dark(#dfe2e6, #4a4d55);
  --button-hover: light-dark(#d0d4da, #5b5e67);
  --quiet: light-dark(#ebedef, #33363d);
  --mention: light-dark(#e3e5fd, #3d4373);
  --mention-text: light-dark(#3a42a8, #d3d6fc);
  --notice: light-dark(#7a4b00, #f0c674);
  --bad: light-dark(#9d174d, #ff8dbb);
  --good: light-dark(#1f6f3f, #6fd39a);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.45 system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--page); }
.skip:focus { left: 0; top: 0; z-index: 3; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; padding: 0.5rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line); }
.brand { margin: 0; font-weight: 700; color: var(--strong); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 0.5rem 0.625rem; border-bottom: 3px solid transparent; text-decoration: none; }
nav a[aria-current] { border-color: currentcolor; color: var(--strong); font-weight: 600; }
nav a:hover { text-decoration: underline; }
main { max-width: 76rem; margin: 0 auto; padding: 0.5rem 1rem 2rem; }
main:focus { outline: none; }
h1 { margin: 0.75rem 0; font-size: 1.5rem; line-height: 1.25; color: var(--strong); }
footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem 1rem; color: var(--muted); font-size: 0.875rem; }
.note { color: var(--muted); font-size: 0.875rem; }
td .note, th .note { display: block; font-weight: 400; }
td time + .note { display: inline; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.empty { color: var(--muted); }
figure { margin: 0 0 1.25rem; }
figcaption { color: var(--muted); font-size: 0.875rem; }
.drawn svg { display: block; max-width: 100%; height: auto; }
figure .drawn svg { width: 100%; max-width: 42rem; }
.small { width: 12rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; min-width: 100%; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 0.375rem; text-align: left; font-weight: 600; color: var(--strong); }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-top: 0; color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
tbody th { min-width: 9rem; font-weight: 500; }
td { min-width: 4.5rem; }
time { white-space: nowrap; }
q { display: block; max-width: 40rem; color: var(--muted); }
code { font: 0.875em ui-monospace, Consolas, Menlo, monospace; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
input { flex: 1 1 12rem; max-width: 28rem; min-height: 2.5rem; padding: 0.25rem 0.625rem; border: 1px solid var(--muted); border-radius: 0.375rem; background: var(--page); color: var(--text); font: inherit; }
.messages { max-width: 46rem; }
.messages .state { margin: 0; padding: 0 1rem; color: var(--notice); font-size: 0.8125rem; }
@media (max-width: 40rem) {
  header { padding: 0.375rem 0.75rem; }
  main { padding: 0.25rem 0.75rem 1.5rem; }
  h1 { font-size: 1.25rem; }
  td { min-width: 8rem; }
}
@media (prefers-contrast: more) {
  :root { --muted: var(--text); --line: currentcolor; }
}
@media print {
  header, form, .skip { display: none; }
}
`;

/** The whole sheet; `messages` is what channels' messages are drawn with. */
export function deskStyle(messages: string): string {
  return `${PAGE}${drawnColours()}\n${messages}`;
}
