import type { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import type { RoutingModel } from '../../store/routing/routing-models.ts';
import { shadowDifferences, shadowTallies } from '../../store/routing/shadow-routes.ts';
import { seesTeam, type Viewer } from '../access/viewer.ts';
import { caseHref } from '../links.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';

const shownDifferences = 30;

/** What the model in the shadow would have done, beside what was done; null where none is in the shadow. */
export async function routingShadow(
  { database, routing }: Services,
  viewer: Viewer,
  models: RoutingModel[],
): Promise<RoutingQualityView['shadow']> {
  const model = models.find(({ state }) => state === 'shadow');
  if (!model) return null;
  const candidate = `model ${model.id}`;
  const named = (team: string) => ({ team, name: teamName(routing, team) });
  const total = { complaints: 0, agree: 0, closed: 0, liveRight: 0, shadowRight: 0 };
  for (const { live, shadow, count, closed, liveRight, shadowRight } of await shadowTallies(database, candidate)) {
    total.complaints += count;
    if (live === shadow) total.agree += count;
    total.closed += closed;
    total.liveRight += liveRight;
    total.shadowRight += shadowRight;
  }
  const differences = await shadowDifferences(database, candidate, shownDifferences);
  const found = differences.filter(({ live, shadow }) => seesTeam(viewer, live) || seesTeam(viewer, shadow));
  return {
    ...{ candidate, ...total },
    differences: found.map(({ caseId, subject, excerpt, live, shadow, score, settled }) => ({
      href: caseHref(caseId),
      title: subject ?? excerpt,
      live: named(live),
      shadow: named(shadow),
      score,
      settled: settled === null ? null : named(settled),
    })),
  };
}
