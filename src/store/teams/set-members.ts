import type { Queryable } from '../database.ts';

/** Makes these users, and nobody else, the members of a team; within a transaction. */
export async function setMembers(tx: Queryable, team: string, userIds: number[]): Promise<void> {
  await tx.query('delete from team_members where team = $1 and not user_id = any($2::bigint[])', [team, userIds]);
  await tx.query(
    'insert into team_members (team, user_id) select $1::text, unnest($2::bigint[]) on conflict do nothing',
    [team, userIds],
  );
}
