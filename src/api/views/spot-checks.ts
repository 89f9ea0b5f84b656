import type { CorrectedShareView, SpotChecks } from '../../../dashboards/views/spot-checks.ts';
import { correctedShare } from '../../stats/corrected-share.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { Queryable } from '../../store/database.ts';
import { findText } from '../../store/read/find-text.ts';
import {
  type CategoryCheckTally,
  categoryCheckTallies,
  routingCheckTallies,
} from '../../store/spot-checks/spot-check-tallies.ts';
import { nextSpotCheck, spotCheckProgress } from '../../store/spot-checks/spot-checks.ts';
import type { Services } from '../services.ts';
import { titleOf } from './rows.ts';
import { turnsOf } from './turns.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The text that waits for a label, and what the labels of the last weeks say of all texts. */
export async function spotChecksView(services: Services): Promise<SpotChecks> {
  const { database, quality, taxonomy, routing } = services;
  const vocabulary = createVocabulary(taxonomy);
  const weeks = await spotCheckProgress(database, quality.spotChecks.weeks);
  const from = weeks.at(-1)?.week ?? '0001-01-01';
  return {
    confidence: quality.confidence,
    next: await nextText(database),
    choices: choicesOf(vocabulary),
    teams: Object.entries(routing.teams)
      .filter(([team]) => team !== routing.triage)
      .map(([team, { name }]) => ({ team, name })),
    weeks,
    shares: sharesOf(await categoryCheckTallies(database, from), vocabulary, quality.confidence),
    routing: await routingOf(database, from, quality.confidence),
  };
}

/** The machine's findings are left out, so that they do not lead the person on. */
async function nextText(database: Queryable): Promise<SpotChecks['next']> {
  const item = await nextSpotCheck(database);
  const text = item && (await findText(database, item.documentId));
  if (!item || !text) return null;
  return { ...item, title: titleOf(text), channel: text.channel, turns: turnsOf(text, []) };
}

/** The topics, each under the topmost one above it. */
function choicesOf(vocabulary: Vocabulary): SpotChecks['choices'] {
  const topics = vocabulary.categories.filter(({ facet }) => facet === 'topic');
  const isTop = ({ parent }: { parent: string | null }) => !topics.some(({ id }) => id === parent);
  return topics.filter(isTop).map((top) => ({
    heading: vocabulary.link(top.id),
    categories: topics
      .filter(({ id }) => id === top.id || vocabulary.covers(top.id, id))
      .map(({ id }) => vocabulary.link(id)),
  }));
}

function sharesOf(tallies: CategoryCheckTally[], vocabulary: Vocabulary, confidence: number): SpotChecks['shares'] {
  const byCategory = new Map<string, CategoryCheckTally[]>();
  for (const tally of tallies) {
    if (vocabulary.facetOf(tally.category) !== 'topic') continue;
    byCategory.set(tally.category, [...(byCategory.get(tally.category) ?? []), tally]);
  }
  const shares = [...byCategory].flatMap(([category, weeks]) => {
    const share = shareOf(weeks, confidence);
    return share ? [{ category: vocabulary.link(category), share }] : [];
  });
  return shares.sort((a, b) => b.share.corrected - a.share.corrected || (a.category.id < b.category.id ? -1 : 1));
}

function shareOf(weeks: CategoryCheckTally[], confidence: number): CorrectedShareView | null {
  return correctedShare(
    weeks.map(({ population, predicted, labelled, yesYes, yesNo, noYes }) => {
      return { population, predicted, yesYes, yesNo, noYes, noNo: labelled - yesYes - yesNo - noYes };
    }),
    confidence,
  );
}

async function routingOf(database: Queryable, from: string, confidence: number): Promise<SpotChecks['routing']> {
  const sum = { complaints: 0, opened: 0, routed: 0, right: 0 };
  for (const { complaints, opened, both, sameTeam } of await routingCheckTallies(database, from)) {
    sum.complaints += complaints;
    sum.opened += opened;
    sum.routed += both;
    sum.right += sameTeam;
  }
  if (sum.routed === 0) return null;
  const { complaints, opened, routed, right } = sum;
  const interval = wilsonInterval(right, routed, confidence);
  return { complaints, missed: complaints - routed, invented: opened - routed, right, routed, ...interval };
}
