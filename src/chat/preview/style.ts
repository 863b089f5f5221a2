/** How messages look, in the colours of the page they stand on. */
export const MESSAGE_STYLE = `
.symbols { position: absolute; width: 0; height: 0; }
:where(.message) :where(h3, h4, h5, p, ul, ol, blockquote) { margin: 0; }
button, .button, .act {
  display: inline-block; min-height: 2rem; padding: 0.3125rem 0.875rem;
  border: 0; border-radius: 0.5rem;
  background: var(--button); color: var(--strong);
  font: inherit; font-size: 0.875rem; font-weight: 500;
  text-decoration: none; cursor: pointer;
}
.act { color: var(--muted); cursor: default; }
button:hover, .button:hover { background: var(--button-hover); }
.button::after { content: ' ↗' / ''; color: var(--muted); }
.message { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); column-gap: 1rem; padding: 0.5rem 1rem; }
.message:hover { background: color-mix(in srgb, var(--quiet) 40%, transparent); }
.day { grid-area: 1 / 1 / 2 / -1; display: flex; align-items: center; gap: 0.5rem; margin: 0.5rem 0 0.75rem; color: var(--muted); font-size: 0.75rem; font-weight: 600; }
.day::before, .day::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
.avatar { grid-area: 2 / 1 / span 2; width: 2.5rem; height: 2.5rem; margin-top: 0.125rem; }
.byline { grid-area: 2 / 2; font-size: 0.75rem; color: var(--muted); }
.author { font-size: 1rem; font-weight: 600; color: var(--strong); }
.tag { margin-left: 0.125rem; padding: 0.0625rem 0.3125rem; border-radius: 0.25rem; background: #5865f2; color: #ffffff; font-size: 0.625rem; font-weight: 700; vertical-align: 0.125rem; }
.posted { margin-left: 0.25rem; }
.body { grid-area: 3 / 2; min-width: 0; }

.card { position: relative; overflow: hidden; display: flex; flex-direction: column; gap: 0.5rem; max-width: 37.5rem; margin-top: 0.25rem; padding: 0.875rem 1rem 0.875rem 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.accent { position: absolute; inset: 0 auto 0 0; width: 0.25rem; height: 100%; }
.card hr { width: 100%; margin: 0.25rem 0; border: 0; border-top: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.unknown { color: var(--notice); }

.reply { margin: 0 0 0.25rem; font-size: 0.75rem; }
.history { grid-area: 4 / 2; max-width: 29rem; margin-top: 0.25rem; }
.history summary { width: fit-content; padding: 0.4375rem 0; border-radius: 0.25rem; color: var(--link); font-size: 0.875rem; font-weight: 500; cursor: pointer; }
.history summary:hover { text-decoration: underline; }
.picture { margin-top: 0.25rem; }
.picture svg { display: block; width: 100%; height: auto; }

.text strong { color: var(--strong); font-weight: 650; }
.text s { color: var(--muted); }
.text h3, .text h4, .text h5 { color: var(--strong); line-height: 1.3; margin-bottom: 0.1875rem; }
.heading-1 { font-size: 1.375rem; }
.heading-2 { font-size: 1.1875rem; }
.heading-3 { font-size: 1.0625rem; }
.subtext { color: var(--muted); font-size: 0.8125rem; }
.subtext strong { color: inherit; }
.subtext + p { margin-top: 0.375rem; }
.text ul, .text ol { padding-left: 1.375rem; }
.text li { margin: 0.125rem 0; }
.level-1 { margin-left: 1.25rem !important; }
.level-2 { margin-left: 2.5rem !important; }
.level-3 { margin-left: 3.75rem !important; }
blockquote { padding-left: 0.75rem; border-left: 0.25rem solid var(--line); border-radius: 0.125rem; }
code { padding: 0.0625rem 0.25rem; border-radius: 0.25rem; background: var(--quiet); font: 0.875em ui-monospace, Consolas, Menlo, monospace; white-space: pre-wrap; }
.link { color: var(--link); text-decoration: none; }
.link:hover, .link:focus-visible { text-decoration: underline; }
.time { padding: 0 0.125rem; border-radius: 0.1875rem; background: var(--quiet); }
.mention { padding: 0 0.1875rem; border-radius: 0.1875rem; background: var(--mention); color: var(--mention-text); font-weight: 500; }
`;

/** The page's style sheet, as text because it is served from here. Colours come in pairs: light, dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #313338);
  --panel: light-dark(#f2f3f5, #2b2d31);
  --card: light-dark(#f8f8f9, #2b2d31);
  --line: light-dark(#dcdee2, #43454b);
  --text: light-dark(#2e3338, #dbdee1);
  --strong: light-dark(#060607, #f5f6f7);
  --muted: light-dark(#5a5d65, #a8abb1);
  --link: light-dark(#0059b8, #5bb5ff);
  --button: light-dark(#dfe2e6, #4a4d55);
  --button-hover: light-dark(#d0d4da, #5b5e67);
  --quiet: light-dark(#ebedef, #3b3d44);
  --mention: light-dark(#e3e5fd, #3d4373);
  --mention-text: light-dark(#3a42a8, #d3d6fc);
  --notice: light-dark(#7a4b00, #f0c674);
  --live: light-dark(#1f7a45, #57c785);
  --fresh: light-dark(#fff6da, #45412f);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }

* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  display: flex; flex-direction: column;
  height: 100vh; height: 100dvh;
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.375 'gg sans', 'Noto Sans', 'Helvetica Neue', Helvetica, Arial, system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, p, ul, ol, blockquote { margin: 0; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; z-index: 3; padding: 0.5rem 1rem; background: var(--page); color: var(--link); }
.skip:focus { left: 0; }

header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem;
  padding: 0.625rem 1rem;
  background: var(--panel);
  border-bottom: 1px solid var(--line);
}
.heading { flex: 1 1 15rem; }
h1 { font-size: 1.0625rem; color: var(--strong); }
.notice { font-size: 0.8125rem; color: var(--notice); }
.caption { font-weight: 600; color: var(--strong); font-variant-numeric: tabular-nums; }
.caption:empty { display: none; }
.counts { font-size: 0.875rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.connection:not(:empty)::before { content: ''; display: inline-block; width: 0.5rem; height: 0.5rem; margin: 0 0.3125rem 0 0.375rem; border-radius: 50%; background: currentcolor; }
.connection.on { color: var(--live); }

.columns { flex: 1 1 0; min-height: 0; display: flex; }
nav { flex: 0 0 14rem; overflow-y: auto; padding: 1rem 0.5rem; background: var(--panel); border-right: 1px solid var(--line); }
nav ul { list-style: none; padding: 0; }
nav a { display: flex; justify-content: space-between; gap: 0.5rem; padding: 0.375rem 0.625rem; border-radius: 0.375rem; color: var(--muted); text-decoration: none; }
nav a:hover { background: var(--quiet); color: var(--strong); }
nav a[aria-current] { background: var(--quiet); color: var(--strong); font-weight: 600; }
nav .unread a { color: var(--strong); font-weight: 600; }
nav .unread .count { color: var(--live); }
.count { font-size: 0.8125rem; font-variant-numeric: tabular-nums; }

main { position: relative; flex: 1 1 0; min-width: 0; min-height: 0; overflow-y: auto; padding: 1rem 0 2.5rem; }
main:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
main > * { max-width: 52rem; margin-inline: auto; }
h2 { padding: 0 1rem 0.5rem; font-size: 1.25rem; color: var(--strong); }
.empty { padding: 1rem; color: var(--muted); }
#messages:not(:empty) + .empty { display: none; }

${MESSAGE_STYLE}
.fresh { animation: fresh 2.5s ease-out; }
@keyframes fresh { from { background: var(--fresh); } }
#newest { position: fixed; bottom: 1rem; left: 50%; translate: -50% 0; background: #5865f2; color: #ffffff; box-shadow: 0 2px 8px rgb(0 0 0 / 30%); }

@media (max-width: 44rem) {
  header { padding: 0.5rem 0.75rem; gap: 0.25rem 0.75rem; }
  .heading { flex: 1 1 60%; }
  .caption, .counts { order: 1; font-size: 0.875rem; }
  .columns { flex-direction: column; }
  nav { flex: none; max-height: 30dvh; padding: 0.5rem 0.75rem; border-right: 0; border-bottom: 1px solid var(--line); }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem; }
  main { padding-top: 0.75rem; }
  h2 { padding: 0 0.75rem 0.25rem; }
  .message { grid-template-columns: 1.75rem minmax(0, 1fr); column-gap: 0.5rem; padding: 0.5rem 0.75rem; }
  .avatar { width: 1.75rem; height: 1.75rem; }
  .card { padding: 0.75rem 0.75rem 0.75rem 1rem; }
  .history { grid-area: 4 / 1 / auto / -1; }
  .history summary { margin-left: 2.25rem; }
}
@media (prefers-reduced-motion: reduce) {
  .fresh { animation: none; }
}
`;
