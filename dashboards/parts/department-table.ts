import { priorities } from '../../src/types.ts';
import { priorityNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { DepartmentRow } from '../views/shared.ts';
import { countLink } from './count.ts';

/** Departments with their cases by priority and state. */
export function departmentTable(rows: readonly DepartmentRow[], total: DepartmentRow): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Complaints by department"><table class="departments"><caption>Complaints by department. Priorities are those of complaints not yet closed.</caption><thead><tr><th scope="col">Department</th>${priorities.map(
    (priority) => html`<th scope="col" class="number">${priorityNames[priority]}</th>`,
  )}<th scope="col" class="number">Open</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">Answered</th><th scope="col" class="number">Overdue</th><th scope="col" class="number">Closed</th><th scope="col" class="number">All</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${row.href}">${row.name}</a><span class="owns">${row.owns}</span></th>${cells(row)}</tr>`,
  )}</tbody><tfoot><tr><th scope="row">${total.name}</th>${cells(total)}</tr></tfoot></table></div>`;
}

/** Departments at a glance: what waits, and what is late. */
export function departmentGlance(rows: readonly DepartmentRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Complaints by department"><table><caption>Complaints by department</caption><thead><tr><th scope="col">Department</th><th scope="col" class="number">Open</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">Overdue</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${row.href}">${row.name}</a></th><td class="number">${countLink(row.open, `open, ${row.name}`)}</td><td class="number">${countLink(row.accepted, `accepted, ${row.name}`)}</td><td class="number late">${countLink(row.overdue, `overdue, ${row.name}`)}</td></tr>`,
  )}</tbody></table></div>`;
}

function cells(row: DepartmentRow): Html {
  const cell = (count: DepartmentRow['open'] | undefined, of: string, late = false) =>
    html`<td class="number${late && ' late'}">${count && countLink(count, `${of}, ${row.name}`)}</td>`;
  return html`${priorities.map((priority) => cell(row.priorities[priority], priorityNames[priority]))}${cell(row.open, 'open')}${cell(row.accepted, 'accepted')}${cell(row.answered, 'answered')}${cell(row.overdue, 'overdue', true)}${cell(row.closed, 'closed')}${cell(row.cases, 'in all')}`;
}
