import type { Deliveries } from '../../dashboards/views/deliveries.ts';
import type { Report } from '../../dashboards/views/report.ts';
import type { DeliveriesQuery } from '../api/views/deliveries.ts';
import type { Config } from '../config.ts';
import { readLock } from '../lock/lock.ts';
import type { QueueDesk, QueueState } from '../queue/desk.ts';
import type { IntakeResult } from '../store/intake/intake-result.ts';
import type { KeptAside } from '../store/read/failures.ts';
import type { StoreStatus } from '../store/status.ts';
import type { CorrectedExample } from '../workers/corrected-examples.ts';
import type { MinedNight, NightOptions } from '../workers/nightly.ts';
import type { Reanalysis } from '../workers/reanalyse.ts';
import type { Source } from '../workers/receive.ts';
import type { PeopleEngine } from './people/people-engine.ts';
import type { RoutingEngine } from './routing/routing-engine.ts';
import type { TeamsEngine } from './teams/teams-engine.ts';

/** How store and queues stand. */
export type Status = StoreStatus & { queues: QueueState[] };

/** Who gets the morning report by mail. */
export interface SubscriberEngine {
  list(): Promise<{ email: string; addedAt: string; lastDay: string | null }[]>;
  /** @returns whether that changed anything. */
  change(way: 'add' | 'remove', email: string): Promise<boolean>;
}

/** What the commands ask of Earshot, whether it runs in this process or as the server that holds the data directory. */
export interface Engine {
  /** Takes in one file. @returns the intake's id. */
  receive(source: Source): Promise<number>;
  intakeResult(intakeId: number): Promise<IntakeResult>;
  status(): Promise<Status>;
  /** Lets the queues stand still or go on, and shows and retries jobs that were given up. */
  queues: Pick<QueueDesk, 'failedJobs'> & {
    pause(): Promise<void>;
    resume(): Promise<void>;
    retry(ids: string[] | 'all'): Promise<number>;
  };
  /** What is kept aside, the latest first. */
  failures(): AsyncIterable<KeptAside>;
  /** Reads what was kept aside once more. @returns how many texts wait now. */
  replay(ids: string[] | 'all'): Promise<number>;
  /**
   * Analyses for some seconds texts anew that other versions than the present ones have analysed; 0 only tells how many are
   * left. Needs workers. @throws Error where the server that does it was started with other models than there are now.
   */
  reanalyse(seconds: number): Promise<Reanalysis>;
  /** What people said of texts, as examples to learn from. */
  correctedExamples(): Promise<CorrectedExample[]>;
  /** Runs the night of a day. A server that runs it tells no steps. */
  mineRelations(options: NightOptions): Promise<MinedNight>;
  /** Where cases go and what has not arrived, latest first; of one destination where it is named. */
  deliveries(query: DeliveriesQuery): Promise<Deliveries>;
  /** Sends what was given up, or waits after a failure, once more. @returns how many. */
  replayDeliveries(ids: number[] | 'all'): Promise<number>;
  /** The morning report of a day, or of the latest that a night was run for; null where none was. */
  report(day?: string): Promise<Report | null>;
  /** Who gets the report by mail. */
  subscribers: SubscriberEngine;
  /** A link that signs a browser in, once. */
  signInLink(): Promise<string>;
  /** Who may sign in, and who did what. */
  people: PeopleEngine;
  /** What routing learns from, and its models. */
  routing: RoutingEngine;
  /** Departments. */
  teams: TeamsEngine;
  close(): Promise<void>;
}

/**
 * The running server of the embedded form where there is one, else the store itself: a shared database serves any
 * process. `work` starts workers in this process.
 */
export async function openEngine(config: Config, options: { work: boolean }): Promise<Engine> {
  const server = config.databaseUrl ? null : await readLock(config.dataDir);
  // Loaded when asked for: most commands need one of them, and help needs neither.
  if (server) return (await import('./engine-remote.ts')).openRemoteEngine(server, config);
  return (await import('./engine-local.ts')).openLocalEngine(config, options);
}
