import type { Logger } from 'pino';
import type { AnswersPipeline } from '../../deliver/answers-pipeline.ts';
import type { DeliveryPipeline } from '../../deliver/destination.ts';
import type { Courier } from '../../deliver/parcel.ts';
import type { HttpTemplate } from '../../deliver/template/http-template.ts';
import type { Routing } from '../../pipeline.ts';
import type { Database } from '../../store/database.ts';

/** Everything that emptying the outbox needs. */
export interface Outbox {
  database: Database;
  delivery: DeliveryPipeline;
  answers: AnswersPipeline;
  routing: Pick<Routing, 'teams'>;
  post: { send: Courier; templates: ReadonlyMap<string, HttpTemplate>; mailFrom: string | null };
  /** Where people reach the pages, without a slash at its end. */
  pagesUrl: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  now(): Date;
  /** From 0 to 1, to scatter attempts. */
  chance(): number;
}
