import type { Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

export interface RawOutcome {
  id: string;
  state: 'done' | 'duplicate' | 'failed';
  reason: string | null;
}

/** Notes what came of texts. Their bytes go, but for those kept aside. */
export async function closeRawTexts(tx: Queryable, outcomes: RawOutcome[], now: Date): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.query(
    `with closed as (
       update raw_texts r
       set state = t.state, reason = t.reason, changed_at = $1,
           bytes = case when t.state = 'failed' then r.bytes end
       from unnest($2::text[], $3::text[], $4::text[]) as t(id, state, reason)
       where r.id = t.id
       returning r.id, r.state
     )
     delete from raw_parts using closed where raw_parts.raw_id = closed.id and closed.state <> 'failed'`,
    [
      now,
      outcomes.map(({ id }) => id),
      outcomes.map(({ state }) => state),
      outcomes.map(({ reason }) => (reason === null ? null : storableText(reason))),
    ],
  );
}
