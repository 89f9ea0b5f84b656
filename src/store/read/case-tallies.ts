import type { CaseState, Priority } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { casesWhere } from './where.ts';

/** Cases of one team, priority and state. */
export type CaseTally = { team: string; priority: Priority; state: CaseState; cases: number; overdue: number };

/** Counts the cases whose texts the filter means. @param asOf an unclosed case due before it is overdue. */
export function caseTallies(db: Queryable, filter: TextFilter, asOf: Date): Promise<CaseTally[]> {
  const params: SqlValue[] = [asOf];
  return db.query<CaseTally>(
    `select k.team, k.priority, k.state, count(*)::int as cases,
       count(*) filter (where k.state in ('open', 'accepted') and k.due_at < $1::timestamptz)::int as overdue
     from cases k where ${casesWhere(filter, params)}
     group by k.team, k.priority, k.state`,
    params,
  );
}
