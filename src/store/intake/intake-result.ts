import type { Failure, SurveyMapping } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** How an intake stands: `read` = `new` + `duplicate` + `failed` + `waiting`. */
export interface IntakeResult {
  source: string;
  /** Texts met so far. */
  read: number;
  /** Read, analysed and stored as documents. */
  new: number;
  /** Had before, word for word or in another wrapping. */
  duplicate: number;
  /** Kept aside. */
  failed: number;
  waiting: number;
  /** Whether all its texts are in the store. */
  finishedReading: boolean;
  /** What the columns of its survey mean; null where it has none. */
  mapping: SurveyMapping | null;
  failures: (Failure & { id: string })[];
}

type Counts = {
  source: string;
  read: number;
  duplicate: number;
  finishedReading: boolean;
  new: number;
  twins: number;
  failed: number;
  waiting: number;
};

/** @throws Error when there is no such intake. */
export async function intakeResult(db: Queryable, intakeId: number): Promise<IntakeResult> {
  const [counts] = await db.query<Counts>(
    `select i.source, i.read_count as read, i.duplicate_count as duplicate, i.finished_reading as "finishedReading",
            count(*) filter (where r.state = 'done')::int as new, count(*) filter (where r.state = 'duplicate')::int as twins,
            count(*) filter (where r.state = 'failed')::int as failed,
            count(*) filter (where r.state = 'waiting')::int as waiting
     from intakes i left join raw_texts r on r.intake_id = i.id
     where i.id = $1 group by i.id`,
    [intakeId],
  );
  if (!counts) throw new Error(`There is no intake ${intakeId}.`);
  const { duplicate, twins, ...rest } = counts;
  return {
    ...rest,
    duplicate: duplicate + twins,
    mapping: await firstMapping(db, intakeId),
    failures: counts.failed > 0 ? await failuresOf(db, intakeId) : [],
  };
}

async function firstMapping(db: Queryable, intakeId: number): Promise<SurveyMapping | null> {
  const [row] = await db.query<{ mapping: SurveyMapping }>(
    'select mapping from raw_texts where intake_id = $1 and mapping is not null limit 1',
    [intakeId],
  );
  return row?.mapping ?? null;
}

function failuresOf(db: Queryable, intakeId: number): Promise<IntakeResult['failures']> {
  return db.query<Failure & { id: string } & Record<string, unknown>>(
    `select id, source, coalesce(reason, '') as reason from raw_texts
     where intake_id = $1 and state = 'failed' order by changed_at, id`,
    [intakeId],
  );
}
