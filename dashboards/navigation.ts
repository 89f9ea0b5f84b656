import { type Html, html } from './html.ts';

/** The pages that the navigation names, group by group, in the order in which a day asks for them. A new page is one line here. */
const groups = [
  { name: 'Today', pages: [{ section: 'overview', href: '/', name: 'Overview' }] },
  {
    name: 'Findings',
    pages: [
      { section: 'topics', href: '/topics', name: 'Topics' },
      { section: 'relations', href: '/relations', name: 'Relations' },
      { section: 'trends', href: '/trends', name: 'Trends' },
    ],
  },
  { name: 'Complaints', pages: [{ section: 'departments', href: '/departments', name: 'Departments' }] },
  {
    name: 'Sources',
    pages: [
      { section: 'texts', href: '/texts', name: 'Texts' },
      { section: 'spot-checks', href: '/spot-checks', name: 'Spot checks' },
      { section: 'failures', href: '/failures', name: 'Kept aside' },
    ],
  },
  { name: 'Running', pages: [{ section: 'runs', href: '/runs', name: 'Runs' }] },
] as const satisfies { name: string; pages: { section: string; href: string; name: string }[] }[];

/** Where a page stands in the navigation. */
export type Section = (typeof groups)[number]['pages'][number]['section'];

/**
 * Links to every page. On narrow screens it shows when the bar's "Menu" points to it, which needs no script.
 * @param current null where the page is none of them.
 */
export function navigation(current: Section | null): Html {
  return html`<nav id="menu" aria-label="Pages">${groups.map(
    ({ name, pages }) =>
      html`<p class="group">${name}</p><ul aria-label="${name}">${pages.map(
        (page) =>
          html`<li><a href="${page.href}"${page.section === current && html` aria-current="page"`}>${page.name}</a></li>`,
      )}</ul>`,
  )}</nav>`;
}
