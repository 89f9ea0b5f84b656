import type { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { type RoutedTally, routedTallies } from '../../store/routing/routed-tallies.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';

const weekMilliseconds = 7 * 24 * 3_600_000;

/** Of the cases of each team that are closed, how many stayed where they were first sent, and so week by week. */
export async function routingAccuracy({
  database,
  quality,
  routing,
  now,
}: Services): Promise<RoutingQualityView['accuracy']> {
  const weeks = lastMondays(now(), quality.routing.weeks);
  const tallies = await routedTallies(database, new Date(`${weeks[0]}T00:00:00Z`), routing.triage);
  const teams = [...new Set(tallies.map(({ team }) => team))];
  return teams.map((team) => {
    const own = tallies.filter((tally) => tally.team === team);
    const { closed, stayed, reopened } = add(own);
    return {
      ...{ closed, stayed, reopened, team: { team, name: teamName(routing, team) } },
      share: { share: stayed / closed, ...wilsonInterval(stayed, closed, quality.confidence) },
      weeks: weeks.map((week) => {
        const found = add(own.filter((tally) => tally.week === week));
        return found.closed === 0 ? null : found.stayed / found.closed;
      }),
    };
  });
}

function add(tallies: RoutedTally[]): { closed: number; stayed: number; reopened: number } {
  const sum = { closed: 0, stayed: 0, reopened: 0 };
  for (const { closed, stayed, reopened } of tallies) {
    sum.closed += closed;
    sum.stayed += stayed;
    sum.reopened += reopened;
  }
  return sum;
}

/** Mondays (UTC) of the latest weeks, that of `now` last. */
function lastMondays(now: Date, count: number): string[] {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * (weekMilliseconds / 7);
  return Array.from({ length: count }, (_, at) =>
    new Date(monday - (count - 1 - at) * weekMilliseconds).toISOString().slice(0, 10),
  );
}
