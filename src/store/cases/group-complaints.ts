import type { Together } from '../../cases/cases-pipeline.ts';
import type { Complaint, Joinable } from './find-cases-to-join.ts';

/** A complaint that joins the case of another one of the same batch. */
export interface Follower {
  documentId: number;
  /** The complaint whose case it joins. */
  leader: number;
  because: Joinable['because'];
}

/**
 * Among complaints that come together: which open a case, and which join the case of an earlier one.
 * @param joined those that join a case of the store, by document: others of the batch may follow them there.
 */
export function groupComplaints(
  complaints: readonly Complaint[],
  joined: ReadonlySet<number>,
  { thread, sameTopicDays }: Together,
): { leaders: number[]; followers: Follower[] } {
  const leaders: number[] = [];
  const followers: Follower[] = [];
  const byThread = new Map<string, number>();
  const byTopic = new Map<string, { at: number; leader: number }[]>();
  for (const { documentId, threadId, customerId, topic, receivedAt } of complaints) {
    const at = receivedAt.getTime();
    const threadKey = thread ? threadId : null;
    const topicKey =
      sameTopicDays > 0 && customerId !== null && topic !== null ? JSON.stringify([customerId, topic]) : null;
    const earlier = topicKey === null ? [] : (byTopic.get(topicKey) ?? []);
    const ofThread = threadKey === null ? undefined : byThread.get(threadKey);
    const ofTopic = earlier.find((other) => Math.abs(other.at - at) <= sameTopicDays * 86_400_000)?.leader;
    const leader = joined.has(documentId) ? documentId : (ofThread ?? ofTopic ?? documentId);
    if (leader !== documentId)
      followers.push({ documentId, leader, because: ofThread !== undefined ? 'thread' : 'topic' });
    else if (!joined.has(documentId)) leaders.push(documentId);
    if (threadKey !== null && !byThread.has(threadKey)) byThread.set(threadKey, leader);
    if (topicKey !== null) byTopic.set(topicKey, [...earlier, { at, leader }]);
  }
  return { leaders, followers };
}
