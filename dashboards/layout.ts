import type { Permission } from '../src/people/permissions.ts';
import type { UserRole } from '../src/people/user.ts';
import { formatCounted } from './format.ts';
import { type Html, html } from './html.ts';
import { navigation, type Section } from './navigation.ts';

/** What stands around every page. */
export interface Frame {
  /** Title of the vocabulary in use. */
  taxonomy: string;
  /** Who looks; left out, whoever may see everything. The name is null for whoever came by a link of the terminal. */
  viewer?: { name: string | null; role: UserRole; may: readonly Permission[] };
  /** Texts that another version of the models has analysed, so that counts mix two; left out for none. */
  stale?: number;
}

interface Page {
  title: string;
  /** Where the page stands in the navigation; null for a page before sign-in. */
  section: Section | null;
  frame: Frame | null;
  /** Scripts that the page cannot do its pictures without. */
  scripts?: 'charts' | 'evidence';
  body: Html;
}

/** A whole document around a page's content. */
export function layout({ title, section, frame, scripts, body }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Earshot</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
${scripts === 'charts' && html`<script src="/assets/echarts.js" defer></script>`}
${scripts && html`<script type="module" src="/assets/browser/${scripts}.js"></script>`}
</head>
<body${frame && html` class="framed"`}>
<a class="skip" href="#content">Skip to content</a>
${header(section, frame)}
<main id="content" tabindex="-1">
${frame?.stale ? mixture(frame.stale) : ''}${body}
</main>
</body>
</html>
`;
}

/** No count is right while it lasts, so every page says it. */
function mixture(stale: number): Html {
  return html`<p class="notice" role="status">${formatCounted(stale, 'text')} ${stale === 1 ? 'is' : 'are'} still analysed by an older version of the vocabulary or the models, so that counts mix two. <code>npx earshot reanalyse</code> mends it; until then no night is run.</p>
`;
}

function header(section: Section | null, frame: Frame | null): Html {
  return html`<header class="bar">
<a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="26" height="26"><span>Earshot</span></a>
${
  frame &&
  html`<a class="menu-link" href="#menu">Menu</a>
${navigation(section, frame.viewer?.may)}
<p class="vocabulary" title="The vocabulary in use">${frame.taxonomy}</p>
${frame.viewer?.name && html`<p class="who"><a href="/account" title="Your account: ${frame.viewer.role}">${frame.viewer.name}</a></p>`}
<form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>`
}
</header>`;
}
