import type { StoredTeam } from '../../people/stored-team.ts';
import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';

/** Adds a team, or changes the one of this key. @param keep leaves a team alone that is there already. */
export async function saveTeam(db: Queryable, team: StoredTeam, now: Date, { keep = false } = {}): Promise<void> {
  const columns = [
    'name',
    'owns',
    'enabled',
    'calendar',
    'due_hours',
    'capacity',
    'overflow',
    'languages',
    'changed_at',
  ];
  const change = `do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  await db.query(
    `insert into teams (key, ${columns.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (key) ${keep ? 'do nothing' : change}`,
    [
      storableText(team.key),
      storableText(team.name),
      storableText(team.owns),
      team.enabled,
      storableJson(team.calendar),
      storableJson(team.dueHours),
      team.capacity,
      team.overflow,
      team.languages,
      now,
    ],
  );
}
