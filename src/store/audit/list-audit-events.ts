import type { Queryable, SqlValue } from '../database.ts';

/** One line of the audit trail. */
export type AuditEvent = {
  id: number;
  at: Date;
  userId: number | null;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** Which lines are meant; null sets no condition. */
export interface AuditFilter {
  userId: number | null;
  action: string | null;
  subject: string | null;
  /** Days in UTC, both included. */
  fromDay: string | null;
  toDay: string | null;
}

/** One page of the audit trail, the latest first. @param page.before id of the last line of the page before. */
export function listAuditEvents(
  db: Queryable,
  filter: AuditFilter,
  page: { before: number | null; limit: number },
): Promise<AuditEvent[]> {
  const params: SqlValue[] = [page.limit];
  const conditions = ['true'];
  const add = (value: SqlValue, sql: (place: string) => string): void => {
    if (value !== null) conditions.push(sql(`$${params.push(value)}`));
  };
  add(page.before, (v) => `id < ${v}::bigint`);
  add(filter.userId, (v) => `user_id = ${v}::bigint`);
  add(filter.action, (v) => `action = ${v}::text`);
  add(filter.subject, (v) => `subject = ${v}::text`);
  add(filter.fromDay, (v) => `at >= ${v}::date::timestamp at time zone 'UTC'`);
  add(filter.toDay, (v) => `at < (${v}::date + 1)::timestamp at time zone 'UTC'`);
  return db.query<AuditEvent>(
    `select id, at, user_id as "userId", actor, action, subject, detail from audit_events
     where ${conditions.join(' and ')} order by id desc limit $1`,
    params,
  );
}

/** The kinds of things that were done, for a list to choose from. */
export async function auditActions(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ action: string }>('select distinct action from audit_events order by action');
  return rows.map(({ action }) => action);
}
