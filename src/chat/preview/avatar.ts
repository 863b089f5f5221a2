/** The desk's face: a clock whose hands stand at five to twelve. */
import { type Html, html } from '../../cards/html.ts';

const DRAWING: Html = html`<circle cx="20" cy="20" r="20" fill="#1f4f6f"/>
<circle cx="20" cy="20" r="12.5" fill="none" stroke="#f4f1e8" stroke-width="2.4"/>
<path d="M20 20V10.5M20 20L15.2 11.8" stroke="#f4f1e8" stroke-width="2.4" stroke-linecap="round"/>
<circle cx="20" cy="20" r="2" fill="#e9b44c"/>`;

/** Drawn once in the page, used by every message. */
export const AVATAR_SYMBOL: Html = html`<svg class="symbols" aria-hidden="true">
<symbol id="avatar" viewBox="0 0 40 40">${DRAWING}</symbol>
</svg>`;

/** As a file of its own, for the browser's tab. */
export const AVATAR_FILE: Html = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${DRAWING}</svg>`;
