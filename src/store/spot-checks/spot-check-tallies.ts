import type { Queryable } from '../database.ts';

/** Counts of one week and category: among all texts by the machine, among the labelled ones by machine and person. */
export type CategoryCheckTally = {
  week: string;
  category: string;
  population: number;
  predicted: number;
  labelled: number;
  yesYes: number;
  yesNo: number;
  noYes: number;
};

/** For every week that has a label, and every category that the machine or a person names in it. */
export function categoryCheckTallies(db: Queryable, fromWeek: string): Promise<CategoryCheckTally[]> {
  return db.query<CategoryCheckTally>(
    `with weeks as (
       select s.week, s.population, s.through_id, count(i.labelled_at)::int as labelled
       from spot_check_weeks s join spot_checks i on i.week = s.week
       where s.week >= $1::date group by s.week having count(i.labelled_at) > 0
     ), predicted as (
       select w.week, c.category, count(*)::int as predicted
       from weeks w join document_categories c
         on c.day >= w.week and c.day < w.week + 7 and c.document_id <= w.through_id
       group by 1, 2
     ), said as (
       select i.week, i.document_id, unnest(i.categories) as category
       from spot_checks i join weeks w on w.week = i.week where i.labelled_at is not null
     ), judged as (
       select coalesce(s.week, c.week) as week, coalesce(s.category, c.category) as category,
         count(*) filter (where s.category is not null and c.category is not null)::int as "yesYes",
         count(*) filter (where s.category is null)::int as "yesNo",
         count(*) filter (where c.category is null)::int as "noYes"
       from (select a.week, a.document_id, m.category from spot_checks a
             join document_categories m on m.document_id = a.document_id where a.labelled_at is not null) c
       full join said s on s.document_id = c.document_id and s.week = c.week and s.category = c.category
       group by 1, 2
     )
     select w.week, k.category, w.population, coalesce(p.predicted, 0) as predicted, w.labelled,
       coalesce(j."yesYes", 0) as "yesYes", coalesce(j."yesNo", 0) as "yesNo", coalesce(j."noYes", 0) as "noYes"
     from weeks w
     cross join (select category from predicted union select category from judged) k
     left join predicted p on p.week = w.week and p.category = k.category
     left join judged j on j.week = w.week and j.category = k.category
     order by k.category, w.week`,
    [fromWeek],
  );
}

/** Of the complaints of a week, how many labelled ones went first where the person says. */
export type RoutingCheckTally = {
  week: string;
  /** Labelled texts; those that the machine, and that the person, take for complaints; and those of both with the same team. */
  labelled: number;
  opened: number;
  complaints: number;
  both: number;
  sameTeam: number;
};

/** For every week that has a label. */
export function routingCheckTallies(db: Queryable, fromWeek: string): Promise<RoutingCheckTally[]> {
  return db.query<RoutingCheckTally>(
    `select i.week, count(*)::int as labelled, count(k.id)::int as opened, count(i.team)::int as complaints,
       count(*) filter (where k.id is not null and i.team is not null)::int as both,
       count(*) filter (where k.routed_team = i.team)::int as "sameTeam"
     from spot_checks i left join cases k on k.document_id = i.document_id
     where i.labelled_at is not null and i.week >= $1::date
     group by i.week order by i.week`,
    [fromWeek],
  );
}
