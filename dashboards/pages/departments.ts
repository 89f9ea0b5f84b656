import { formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { departmentTable } from '../parts/department-table.ts';
import type { Departments } from '../views/departments.ts';

/** Complaints by department. */
export function departmentsPage(view: Departments, frame: Frame): Html {
  return layout({
    title: 'Departments',
    section: 'departments',
    frame,
    body: html`<div class="heading"><h1>Departments</h1></div>
<p class="lead">Each complaint goes to the department that can mend it, with a time by which it is due. What no rule fits goes to triage.</p>
${view.rows.length === 0 ? html`<p class="notice">You are a member of no department. A manager or an operator can make you one.</p>` : html`<section class="card"><h2 class="unseen">Complaints</h2>${departmentTable(view.rows, view.total)}</section>`}
<p class="as-of">As of ${formatMoment(view.asOf)} UTC.</p>`,
  });
}
