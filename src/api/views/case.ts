import type { CaseView } from '../../../dashboards/views/departments.ts';
import { actionsIn } from '../../cases/actions.ts';
import { caseEvents, findCase } from '../../store/read/find-case.ts';
import { findText } from '../../store/read/find-text.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { textHref } from '../links.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';
import { notFound } from '../user-error.ts';
import { caseParts } from './case-parts.ts';
import { eventNote } from './event-note.ts';
import { caseRow, titleOf } from './rows.ts';
import { turnsOf } from './turns.ts';

/** One case with its reasons and history. @throws UserError where there is no such case. */
export function caseView(services: Services, id: number): Promise<CaseView> {
  const { database, routing, now } = services;
  const asOf = now();
  return readSnapshot(database, async (tx) => {
    const found = await findCase(tx, id);
    const text = found && (await findText(tx, found.documentId));
    if (!found || !text) throw notFound(`case ${id}`, 'The page "Departments" leads to the cases of each department.');
    const events = await caseEvents(tx, id);
    const sentences = found.sentences.flatMap((number) => text.sentences[number] ?? []);
    const spans = sentences.map(({ start, end }) => ({ start, end, category: 'case' }));
    return {
      case: caseRow(found, routing, asOf),
      asOf: asOf.toISOString(),
      title: titleOf(text),
      textHref: textHref(text.id),
      channel: text.channel,
      receivedAt: text.receivedAt.toISOString(),
      customer: text.customerId,
      grade: text.grade,
      evidence: sentences.map(({ start, end }) => text.text.slice(start, end)),
      understood: text.understood,
      turns: turnsOf(text, spans),
      events: events.map((event) => ({
        at: event.at.toISOString(),
        actor: event.actor,
        event: event.event,
        note: eventNote(event, (team) => teamName(routing, team)),
      })),
      actions: actionsIn(found.state, found.mergedInto),
      ...(await caseParts(tx, found, services)),
      teams: Object.entries(routing.teams)
        .filter(([team]) => team !== found.team)
        .map(([team, { name }]) => ({ team, name })),
    };
  });
}
