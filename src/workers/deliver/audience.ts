import type { Queryable } from '../../store/database.ts';
import { listManagers, type Person, teamMembers } from '../../store/people/people-of.ts';

/** Who of a team is told. */
export const ranks = ['member', 'lead', 'manager'] as const;
export type Rank = (typeof ranks)[number];

/**
 * The people of a rank who may sign in. Where there are none, those of the next rank above are told, so that a team
 * without members, or without a lead, keeps no case from everybody. Empty where there is nobody at all.
 */
export async function audience(db: Queryable, team: string, rank: Rank): Promise<Person[]> {
  const members = await teamMembers(db, team);
  const leads = members.filter(({ role }) => role === 'lead');
  if (rank === 'member' && members.length > 0) return members;
  if (rank === 'lead' && leads.length > 0) return leads;
  return listManagers(db);
}

/** The rank that an escalation names; members for anything else. */
export function rankOf(detail: Record<string, unknown>): Rank {
  return ranks.find((rank) => rank === detail.to) ?? 'member';
}
