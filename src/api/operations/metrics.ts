import { metric, sample } from '../../meters.ts';
import { listCircuits } from '../../store/deliveries/circuits.ts';
import { deliveryTallies } from '../../store/deliveries/delivery-tallies.ts';
import { workersSince } from '../../store/queues/workers.ts';
import { oldestWaiting } from '../../store/read/oldest-waiting.ts';
import { storeStatus } from '../../store/status.ts';
import { version } from '../../version.ts';
import { describeDeliveries } from './delivery-metrics.ts';
import type { Operations } from './operations.ts';

/** A worker says every ten seconds that it is there. */
const aliveMs = 30_000;

/**
 * All that Prometheus reads, in its text format. What is in the store and on the queue is the same from every process;
 * stage times and job failures are those of this one.
 */
export async function describeMetrics({ database, queue, queues, meters, versions, now }: Operations): Promise<string> {
  const [{ texts, cases }, states, since, deliveries, circuits, workers] = await Promise.all([
    storeStatus(database, versions),
    queues.states(),
    oldestWaiting(database),
    deliveryTallies(database),
    listCircuits(database),
    workersSince(database, new Date(now().getTime() - aliveMs)),
  ]);
  const waitedSeconds = since ? Math.max(0, (now().getTime() - since.getTime()) / 1000) : 0;
  const lines = [
    ...metric('earshot_queue_jobs', 'gauge', 'Jobs on the queue; one job holds a batch of texts.'),
    ...states.flatMap(({ name, counts }) =>
      Object.entries(counts).map(([state, count]) => sample('earshot_queue_jobs', { queue: name, state }, count)),
    ),
    ...metric('earshot_queue_paused', 'gauge', '1 while the queue stands still by the word of a person.'),
    ...states.map(({ name, pausedAt }) => sample('earshot_queue_paused', { queue: name }, pausedAt ? 1 : 0)),
    ...metric('earshot_workers', 'gauge', 'Processes that have said within half a minute that they work.'),
    sample('earshot_workers', {}, workers.length),
    ...metric('earshot_oldest_waiting_seconds', 'gauge', 'How long the text that has waited longest has waited.'),
    sample('earshot_oldest_waiting_seconds', {}, waitedSeconds),
    ...metric('earshot_texts', 'gauge', 'Texts in the store; failed ones are kept aside.'),
    ...texts.map(({ state, channel, count }) => sample('earshot_texts', { state, channel }, count)),
    ...metric('earshot_cases', 'gauge', 'Routed complaints.'),
    ...cases.map(({ team, state, count }) => sample('earshot_cases', { team, state }, count)),
    ...describeDeliveries(deliveries, circuits, now()),
    ...metric('earshot_model_info', 'gauge', 'The models and vocabularies in use, and their versions.'),
    ...Object.entries(versions).map(([name, of]) => sample('earshot_model_info', { name, version: of }, 1)),
    ...metric('earshot_build_info', 'gauge', 'The version of Earshot, and what its store and its queue are on.'),
    sample('earshot_build_info', { version, store: database.engine, queue: queue.engine }, 1),
    ...meters.describe(),
  ];
  return `${lines.join('\n')}\n`;
}
