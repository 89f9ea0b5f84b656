import type { Queryable } from '../database.ts';

/** Of the closed cases of a week that went to a team by themselves, how many stayed there. */
export type RoutedTally = {
  /** Monday of the week in which they were opened. */
  week: string;
  /** The team that they were first sent to. */
  team: string;
  by: 'rule' | 'model';
  closed: number;
  stayed: number;
  reopened: number;
};

/** How routing did, week by week, as the people who closed the cases saw it. What went to triage was not routed. */
export function routedTallies(db: Queryable, from: Date, triage: string): Promise<RoutedTally[]> {
  return db.query<RoutedTally>(
    `select date_trunc('week', k.opened_at at time zone 'UTC')::date as week, k.routed_team as team,
       case when k.routed_by like 'model %' then 'model' else 'rule' end as by,
       count(*)::int as closed, count(*) filter (where k.team = k.routed_team)::int as stayed,
       count(*) filter (where exists (
         select 1 from case_events e where e.case_id = k.id and e.event = 'reopened'))::int as reopened
     from cases k
     where k.state = 'closed' and k.merged_into is null and k.opened_at >= $1 and k.routed_team <> $2
     group by 1, 2, 3 order by 1, 2, 3`,
    [from, triage],
  );
}
