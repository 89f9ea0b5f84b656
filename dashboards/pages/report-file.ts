import { formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { reportBody } from '../parts/report/body.ts';
import type { Report } from '../views/report.ts';
import { reportFileStyle } from './report-file-style.ts';

/**
 * The morning report as one file that needs nothing else: no script, no style sheet, nothing that is loaded. Its numbers
 * are links, which ask for nothing until somebody follows one.
 * @param base where the pages are, such as `http://127.0.0.1:4310`. @param unsubscribe the way out of a mail.
 */
export function reportFile(report: Report, base: string, unsubscribe: string | null = null): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Report ${formatDay(report.day)} · Earshot</title>
${reportFileStyle}</head>
<body>
<main><h1>Report: ${formatDay(report.day)}</h1>
${reportBody(linkedFrom(report, base), base)}
<p class="hint">Each number opens the texts that it counts, where Earshot runs: <a href="${base}/report/${report.day}">${base}</a>.${unsubscribe !== null && html` <a href="${unsubscribe}">Unsubscribe</a>`}</p></main>
</body>
</html>
`;
}

/** The same report with addresses that work from anywhere. */
export function linkedFrom(report: Report, base: string): Report {
  return JSON.parse(JSON.stringify(report), (name: string, value: unknown) =>
    name === 'href' && typeof value === 'string' && value.startsWith('/') ? base + value : value,
  ) as Report;
}
