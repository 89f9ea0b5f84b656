import type { Meters } from '../../meters.ts';
import type { QueueDesk } from '../../queue/desk.ts';
import type { JobQueue } from '../../queue/queue.ts';
import type { Database } from '../../store/database.ts';

/** What those who keep Earshot running are told of a process. */
export interface Operations {
  database: Database;
  queue: Pick<JobQueue, 'counts' | 'engine'>;
  queues: Pick<QueueDesk, 'states'>;
  meters: Meters;
  /** The version of each model and vocabulary, by name. */
  versions: Record<string, string>;
  /** The address that the server listens on. */
  host: string;
  /** What others than this machine must show to read the metrics; null to tell it to nobody else. */
  metricsToken: string | null;
  now(): Date;
}
