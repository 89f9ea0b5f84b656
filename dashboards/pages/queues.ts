import { formatCount, formatCounted, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { moment } from '../parts/passage.ts';
import type { Queues } from '../views/queues.ts';

/** How work goes: what waits, who works, what it takes, and what was given up. */
export function queuesPage(view: Queues, frame: Frame): Html {
  return layout({
    title: 'Queues',
    section: 'queues',
    frame,
    body: html`<div class="heading"><h1>Queues</h1>${toggle(view.paused)}</div>
<p class="lead">${lead(view)}</p>
${view.paused && html`<p class="notice" role="status">The queues stand still: texts are taken in, and nobody works on them.</p>`}
${view.retried !== null && html`<p class="notice" role="status">${formatCounted(view.retried, 'job')} will be tried again.</p>`}
${view.modelsDiffer && html`<p class="notice">Workers with different models are at work, so what is made of a text depends on who takes it. Restart the older ones.</p>`}
${queueTable(view)}
${workerTable(view)}
${stageTable(view)}
${failedTable(view)}`,
  });
}

function toggle(paused: boolean): Html {
  const [action, name] = paused ? ['resume', 'Let them go on'] : ['pause', 'Let them stand still'];
  return html`<form method="post" action="/queues/${action}"><button class="primary">${name}</button></form>`;
}

function lead({ waitingTexts, oldestSeconds }: Queues): string {
  if (oldestSeconds === null) return 'Nothing waits: every text is read, analysed and routed, or kept aside.';
  return `${formatCounted(waitingTexts, 'text')} ${waitingTexts === 1 ? 'waits' : 'wait'}; the one that has waited longest came ${age(oldestSeconds)} ago.`;
}

function age(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function table(caption: string, columns: (string | null)[], rows: Html[]): Html {
  const heads = columns.map((name) =>
    name?.startsWith('#')
      ? html`<th scope="col" class="number">${name.slice(1)}</th>`
      : html`<th scope="col">${name ?? html`<span class="unseen">What to do</span>`}</th>`,
  );
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function queueTable({ queues }: Queues): Html {
  const rows = queues.map(
    ({ name, counts, pausedAt, pausedBy }) =>
      html`<tr data-queue="${name}"><th scope="row">${name}</th><td>${pausedAt === null ? 'runs' : html`stands still since ${moment(pausedAt, formatMoment(pausedAt))}, by ${pausedBy}`}</td><td class="number">${formatCount(counts.waiting)}</td><td class="number">${formatCount(counts.active)}</td><td class="number">${formatCount(counts.delayed)}</td><td class="number">${formatCount(counts.failed)}</td></tr>`,
  );
  return table(
    'Jobs by queue; a job holds a batch of texts',
    ['Queue', 'State', '#Waiting', '#Under way', '#Not due yet', '#Given up'],
    rows,
  );
}

function workerTable({ workers }: Queues): Html {
  if (workers.length === 0)
    return html`<p class="notice">No worker has been seen within the hour. "earshot work" starts one.</p>`;
  const rows = workers.map(
    ({ host, pid, threads, version, startedAt, seenAt, alive, texts }) =>
      html`<tr><th scope="row">${host}, process ${pid}</th><td>${alive ? 'works' : html`silent since ${moment(seenAt, formatMoment(seenAt))}`}</td><td>${moment(startedAt, formatMoment(startedAt))}</td><td class="number">${threads}</td><td class="number">${formatCount(texts)}</td><td>${version}</td></tr>`,
  );
  return table(
    'Workers seen within the hour',
    ['Worker', 'State', 'Started (UTC)', '#Threads', '#Texts done', 'Version'],
    rows,
  );
}

function stageTable({ stages }: Queues): Html | false {
  if (stages.every(({ texts }) => texts === 0)) return false;
  const rows = stages.map(
    ({ stage, texts, millisecondsPerText }) =>
      html`<tr><th scope="row">${stage}</th><td class="number">${millisecondsPerText.toFixed(2)} ms</td><td class="number">${formatCount(texts)}</td></tr>`,
  );
  return table('What a text takes, by these workers since they started', ['Stage', '#A text', '#Texts'], rows);
}

function failedTable({ failed }: Queues): Html {
  if (failed.length === 0) return html`<p class="notice">No job has been given up.</p>`;
  const rows = failed.map(
    ({ id, queue, name, reason, attempts, failedAt }) =>
      html`<tr data-job="${id}"><th scope="row">${queue}, ${name} ${id}</th><td>${reason}</td><td class="number">${attempts}</td><td class="nowrap">${moment(failedAt, formatMoment(failedAt))}</td><td><form method="post" action="/queues/retry"><input type="hidden" name="id" value="${id}"><button aria-label="Try job ${id} again">Try again</button></form></td></tr>`,
  );
  return html`<form class="inline" method="post" action="/queues/retry"><input type="hidden" name="id" value="all"><button>Try all again</button></form>
${table('Jobs given up, the latest first', ['Job', 'Reason', '#Attempts', 'When (UTC)', null], rows)}`;
}
