import { topTopic } from '../../cases/top-topic.ts';
import type { CaseSettings } from '../cases/case-settings.ts';
import { type Complaint, findCasesToJoin } from '../cases/find-cases-to-join.ts';
import { groupComplaints } from '../cases/group-complaints.ts';
import { type Joining, joinCases } from '../cases/join-cases.ts';
import { openCases } from '../cases/open-cases.ts';
import type { Queryable } from '../database.ts';
import { announce } from '../deliveries/announce.ts';
import type { Stored } from './save-results.ts';

/**
 * Brings each new complaint into a case: one that is there and that it belongs to, or a new one. Begins and continues
 * their histories and announces both. @returns how many were opened.
 */
export async function insertCases(
  tx: Queryable,
  results: Stored[],
  { together, destinations }: CaseSettings,
  now: Date,
): Promise<number> {
  const routed = results.flatMap(({ documentId, document, analysis, route }) =>
    route ? [{ documentId, route, topic: topTopic(analysis.categories), document }] : [],
  );
  if (routed.length === 0) return 0;
  const complaints = routed.map(({ documentId, topic, document }): Complaint => {
    const { threadId, customerId, receivedAt } = document;
    return { documentId, topic, threadId, customerId, receivedAt };
  });
  const joinable = await findCasesToJoin(tx, complaints, together);
  const joined = new Set(joinable.map(({ documentId }) => documentId));
  const { leaders, followers } = groupComplaints(complaints, joined, together);
  const byId = new Map(routed.map((one) => [one.documentId, one]));
  const opened = await openCases(
    tx,
    leaders.map((id) => byId.get(id)!),
    now,
  );
  const caseOf = new Map([
    ...joinable.map(({ documentId, caseId }): [number, number] => [documentId, caseId]),
    ...opened.map(({ documentId, caseId }): [number, number] => [documentId, caseId]),
  ]);
  const joining = [
    ...joinable,
    ...followers.map(({ documentId, leader, because }) => ({ documentId, because, caseId: caseOf.get(leader)! })),
  ].map((one): Joining => ({ ...byId.get(one.documentId)!, ...one }));
  const events = await joinCases(tx, joining, now);
  await announce(
    tx,
    destinations,
    [...opened.map((event) => ({ ...event, happening: 'opened' as const })), ...events],
    now,
  );
  return opened.length;
}
