/** What stands around every page: where one is, where one can go, and as of when it was drawn. */
import { type Html, html, NOTHING } from '../../cards/html.ts';
import type { Instant } from '../../domain/time.ts';
import { timeOf } from './parts.ts';
import type { View } from './view.ts';

const PLACES: readonly (readonly [address: string, name: string])[] = [
  ['/', 'Deadlines'],
  ['/storylines', 'Storylines'],
  ['/feeds', 'Feeds'],
  ['/board', 'Board'],
  ['/journal', 'Journal'],
  ['/channels', 'Channels'],
];

function isIn(address: string, path: string): boolean {
  if (address === '/') return path === '/' || path.startsWith('/deadlines/');
  return path === address || path.startsWith(`${address}/`);
}

function placeLink(address: string, name: string, path: string): Html {
  const exact = address === path ? 'page' : 'true';
  const current = isIn(address, path) ? html` aria-current="${exact}"` : NOTHING;
  return html`<li><a href="${address}"${current}>${name}</a></li>`;
}

/** The whole document of a view at `path`. */
export function framed({ title, body }: View, path: string, now: Instant): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Deadline Desk</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="brand">Deadline Desk</p>
<nav aria-label="Desk"><ul>${PLACES.map(([address, name]) => placeLink(address, name, path))}</ul></nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer><p>As of ${timeOf(now)}. For reading only; all times are UTC.</p></footer>
</body>
</html>
`;
}
