import type { Permission } from '../src/people/permissions.ts';
import { type Html, html } from './html.ts';

/** The pages that the navigation names, group by group, in the order in which a day asks for them. A new page is one line here. */
const groups = [
  {
    name: 'Today',
    may: 'texts',
    pages: [
      { section: 'overview', href: '/', name: 'Overview' },
      { section: 'report', href: '/report', name: 'Report' },
    ],
  },
  {
    name: 'Findings',
    may: 'texts',
    pages: [
      { section: 'topics', href: '/topics', name: 'Topics' },
      { section: 'relations', href: '/relations', name: 'Relations' },
      { section: 'trends', href: '/trends', name: 'Trends' },
      { section: 'drivers', href: '/drivers', name: 'Drivers' },
      { section: 'discoveries', href: '/discoveries', name: 'Discoveries' },
    ],
  },
  {
    name: 'Complaints',
    may: 'cases',
    pages: [
      { section: 'departments', href: '/departments', name: 'Departments' },
      { section: 'deliveries', href: '/deliveries', name: 'Deliveries', may: 'operate' },
      { section: 'routing-quality', href: '/routing/quality', name: 'Routing quality' },
      { section: 'team-report', href: '/team-report', name: 'Team report', may: 'results' },
      { section: 'rules', href: '/routing/rules', name: 'Rules', may: 'results' },
      { section: 'teams', href: '/teams', name: 'Teams', may: 'teams' },
    ],
  },
  {
    name: 'Sources',
    may: 'texts',
    pages: [
      { section: 'texts', href: '/texts', name: 'Texts' },
      { section: 'spot-checks', href: '/spot-checks', name: 'Spot checks' },
      { section: 'failures', href: '/failures', name: 'Kept aside', may: 'operate' },
    ],
  },
  {
    name: 'Running',
    may: 'operate',
    pages: [
      { section: 'runs', href: '/runs', name: 'Runs' },
      { section: 'queues', href: '/queues', name: 'Queues' },
      { section: 'people', href: '/users', name: 'People' },
    ],
  },
] as const satisfies Group[];

interface Link {
  section: string;
  href: string;
  name: string;
  /** Where it needs more than its group. */
  may?: Permission;
}
interface Group {
  name: string;
  /** What whoever looks must be allowed, to be shown it. */
  may: Permission;
  pages: Link[];
}

/** Where a page stands in the navigation. */
export type Section = (typeof groups)[number]['pages'][number]['section'];

/**
 * Links to every page. On narrow screens it shows when the bar's "Menu" points to it, which needs no script.
 * @param current null where the page is none of them.
 * @param may what whoever looks is allowed; left out, everything.
 */
export function navigation(current: Section | null, may?: readonly Permission[]): Html {
  const shown = groups
    .map(({ name, may: needed, pages }) => ({
      name,
      pages: pages.filter((page: Link) => may?.includes(page.may ?? needed) ?? true),
    }))
    .filter(({ pages }) => pages.length > 0);
  return html`<nav id="menu" aria-label="Pages">${shown.map(
    ({ name, pages }) =>
      html`<p class="group">${name}</p><ul aria-label="${name}">${pages.map(
        (page) =>
          html`<li><a href="${page.href}"${page.section === current && html` aria-current="page"`}>${page.name}</a></li>`,
      )}</ul>`,
  )}</nav>`;
}
