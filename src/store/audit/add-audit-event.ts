import type { Actor } from '../../people/user.ts';
import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';

/** What somebody did. `subject` is as `text 17`; `detail` holds ids and settings, never a customer's words. */
export interface AuditEntry {
  actor: Actor;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
}

/** Writes it into the audit trail; within the transaction of the change where there is one. */
export async function addAuditEvent(db: Queryable, entry: AuditEntry, now: Date): Promise<void> {
  await db.query(
    'insert into audit_events (at, user_id, actor, action, subject, detail) values ($1, $2, $3, $4, $5, $6)',
    [
      now,
      entry.actor.userId,
      storableText(entry.actor.name),
      entry.action,
      storableText(entry.subject),
      storableJson(entry.detail ?? {}),
    ],
  );
}
