import { type Static, Type } from '@sinclair/typebox';
import type { Audit, Users } from '../../../dashboards/views/people.ts';
import { auditActions, listAuditEvents } from '../../store/audit/list-audit-events.ts';
import { listUsers } from '../../store/people/list-users.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';

/** Everybody who may sign in. @param invited the link that was just made. */
export async function usersView({ database, routing }: Services, invited: Users['invited'] = null): Promise<Users> {
  const users = await listUsers(database);
  return {
    users: users.map(({ teams, createdAt, disabledAt, ...user }) => ({
      ...user,
      teams: teams.map((team) => teamName(routing, team)),
      createdAt: createdAt.toISOString(),
      disabledAt: disabledAt?.toISOString() ?? null,
    })),
    invited,
  };
}

const Day = Type.Optional(Type.String({ format: 'date' }));
export const AuditQuery = Type.Object(
  {
    person: Type.Optional(Type.Integer({ minimum: 1, description: 'Id of the user who did it' })),
    action: Type.Optional(Type.String({ description: 'What was done, as the trail says it' })),
    subject: Type.Optional(Type.String({ description: 'What it was done to, such as `text 17`' })),
    from: Day,
    to: Day,
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Id of the last line of a page' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
  },
  { additionalProperties: false },
);
export type AuditQuery = Static<typeof AuditQuery>;

/** One page of the audit trail. */
export async function auditView({ database }: Services, query: AuditQuery): Promise<Audit> {
  const { person, action, subject, from, to, before, limit = 100 } = query;
  const filter = {
    ...{ userId: person ?? null, action: action ?? null, subject: subject ?? null },
    ...{ fromDay: from ?? null, toDay: to ?? null },
  };
  const events = await listAuditEvents(database, filter, { before: before ?? null, limit: limit + 1 });
  const last = events[limit - 1];
  const { before: _, ...kept } = query;
  const parameters = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    events: events.slice(0, limit).map((event) => ({ ...event, at: event.at.toISOString() })),
    next:
      events.length > limit && last
        ? `/audit?${new URLSearchParams([...parameters, ['before', String(last.id)]])}`
        : null,
    form: {
      ...{ action: action ?? '', subject: subject ?? '', person: person ?? null, from: from ?? '', to: to ?? '' },
      actions: await auditActions(database),
      people: (await listUsers(database)).map(({ id, name }) => ({ id, name })),
    },
  };
}
