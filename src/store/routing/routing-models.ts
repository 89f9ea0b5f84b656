import type { Database, Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

export const modelStates = ['candidate', 'shadow', 'live', 'retired'] as const;
export type ModelState = (typeof modelStates)[number];

/** A model that routes, without its weights. `Quality` is what it was measured to be. */
export interface RoutingModel<Quality = unknown> {
  id: number;
  madeAt: Date;
  /** Where its examples came from, for people. */
  source: string;
  examples: number;
  state: ModelState;
  /** When it came into that state. */
  changedAt: Date;
  /** It routes by itself from this score on. */
  threshold: number;
  quality: Quality;
}

const columns = `id, made_at as "madeAt", source, examples, state, changed_at as "changedAt", threshold, quality`;

/** Every model, the latest first. */
export function listRoutingModels<Quality>(db: Queryable): Promise<RoutingModel<Quality>[]> {
  return db.query<RowOf<RoutingModel<Quality>>>(`select ${columns} from routing_models order by id desc`);
}

/** The models that run: the live one and the one in the shadow, where there are such. */
export function runningRoutingModels<Quality>(db: Queryable): Promise<RoutingModel<Quality>[]> {
  return db.query<RowOf<RoutingModel<Quality>>>(
    `select ${columns} from routing_models where state in ('live', 'shadow') order by id`,
  );
}

/** Keeps a new model as a candidate. @returns its id. */
export function addRoutingModel(
  db: Database,
  model: Pick<RoutingModel, 'source' | 'examples' | 'threshold' | 'quality'>,
  files: Map<string, Uint8Array>,
  now: Date,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx.query<{ id: number }>(
      `insert into routing_models (made_at, source, examples, state, changed_at, threshold, quality)
       values ($1, $2, $3, 'candidate', $1, $4, $5::jsonb) returning id`,
      [now, model.source, model.examples, model.threshold, JSON.stringify(model.quality)],
    );
    for (const [name, bytes] of files) {
      await tx.query('insert into routing_model_files (model_id, name, bytes) values ($1, $2, $3)', [
        row!.id,
        name,
        bytes,
      ]);
    }
    return row!.id;
  });
}

/** The files of a model's folder. */
export async function routingModelFiles(db: Queryable, id: number): Promise<Map<string, Uint8Array>> {
  const rows = await db.query<{ name: string; bytes: Uint8Array }>(
    'select name, bytes from routing_model_files where model_id = $1 order by name',
    [id],
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/**
 * Brings a model into a state. What was live, or in the shadow, makes way: the one that was live is retired, so that one
 * step brings it back. @param tx a transaction. @returns false where there is no such model.
 */
export async function setModelState(tx: Queryable, id: number, state: ModelState, now: Date): Promise<boolean> {
  const [found] = await tx.query('select id from routing_models where id = $1 for update', [id]);
  if (!found) return false;
  if (state === 'live' || state === 'shadow') {
    await tx.query('update routing_models set state = $3, changed_at = $4 where state = $1 and id <> $2', [
      state,
      id,
      state === 'live' ? 'retired' : 'candidate',
      now,
    ]);
  }
  await tx.query('update routing_models set state = $2, changed_at = $3 where id = $1', [id, state, now]);
  return true;
}

/** Sets from which score on a model routes by itself. @returns false where there is no such model. */
export async function setModelThreshold(db: Queryable, id: number, threshold: number): Promise<boolean> {
  const rows = await db.query('update routing_models set threshold = $2 where id = $1 returning id', [id, threshold]);
  return rows.length > 0;
}
