import type { Discoveries } from '../../../dashboards/views/discoveries.ts';
import type { Queryable } from '../../store/database.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { type Passage, textPassages } from '../../store/findings/text-passages.ts';
import { type ListedRun, listRuns } from '../../store/read/list-runs.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { addedCategories } from '../../store/vocabulary/added-categories.ts';
import { judgedNames } from '../../store/vocabulary/judged-names.ts';
import { runWindow, textHref, textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What the vocabulary does not know, by the latest night: topics, names, and what customers ask for. */
export function discoveriesView({ database, taxonomy }: Services): Promise<Discoveries> {
  const vocabulary = createVocabulary(taxonomy);
  const parents = vocabulary.categories
    .filter(({ facet, id }) => facet === 'topic' && id.split('.').length < 3)
    .map(({ id }) => vocabulary.link(id));
  return readSnapshot(database, async (tx) => {
    const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
    const none = { coverage: null, topics: [], flows: [], newcomers: [], crossSell: [] };
    if (!run) return { run: null, ...none, parents };
    return {
      run: { id: run.id, fromDay: run.fromDay, day: run.day },
      coverage: await readCoverage(tx, run),
      ...(await readTopics(tx, run, vocabulary)),
      newcomers: await readNewcomers(tx, run),
      crossSell: await readCrossSell(tx, run),
      parents,
    };
  });
}

const found = (run: ListedRun, kind: string, place: number, count: number) =>
  textsCount(count, { found: `${run.id}/${kind}/${place}` });

async function readCoverage(tx: Queryable, run: ListedRun): Promise<Discoveries['coverage']> {
  const [coverage] = await runFindings(tx, run, 'coverage');
  if (!coverage) return null;
  const { texts, covered, lookedAt, discovered } = coverage;
  const within = { ...runWindow(run), understood: true };
  return {
    texts: textsCount(texts, within),
    covered: textsCount(covered, { ...within, covered: true }),
    uncovered: textsCount(texts - covered, { ...within, covered: false }),
    ...{ lookedAt, discovered },
  };
}

/** The words of passages, each with a link to its text. */
async function sentencesOf(tx: Queryable, passages: readonly Passage[]): Promise<{ text: string; href: string }[]> {
  const texts = await textPassages(tx, passages);
  return passages.map(({ document }, at) => ({ text: (texts[at] ?? '').trim(), href: textHref(document) }));
}

async function readTopics(
  tx: Queryable,
  run: ListedRun,
  { link }: Vocabulary,
): Promise<Pick<Discoveries, 'topics' | 'flows'>> {
  const topics = await runFindings(tx, run, 'topics');
  const flows = await runFindings(tx, run, 'topicFlows');
  const categories = new Map((await addedCategories(tx)).map(({ id, origin }) => [origin, id]));
  const names = new Map(topics.map(({ id, terms }) => [id, terms.slice(0, 3).join(' · ')]));
  const rows: Discoveries['topics'] = [];
  for (const [place, { id, terms, bornDay, documents, examples, cues }] of topics.entries()) {
    const category = categories.get(id);
    rows.push({
      ...{ id, terms, bornDay, cues, name: names.get(id)! },
      texts: found(run, 'topics', place, documents.length),
      examples: await sentencesOf(tx, examples),
      category: category === undefined ? null : link(category),
    });
  }
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? id });
  return {
    topics: rows,
    flows: flows.map(({ kind, from, to, documents }, place) => ({
      ...{ kind, from: named(from), to: named(to) },
      texts: found(run, 'topicFlows', place, documents.length),
    })),
  };
}

async function readNewcomers(tx: Queryable, run: ListedRun): Promise<Discoveries['newcomers']> {
  const newcomers = await runFindings(tx, run, 'newcomers');
  const judged = await judgedNames(tx);
  const sentences = await sentencesOf(
    tx,
    newcomers.map(({ first }) => first),
  );
  return newcomers.flatMap(({ name, documents, first, ...row }, place) =>
    // What a person has said since the night holds at once.
    judged.has(name.toLowerCase())
      ? []
      : [
          {
            ...{ name, ...row },
            texts: found(run, 'newcomers', place, documents.length),
            first: { day: first.day, ...sentences[place]! },
          },
        ],
  );
}

async function readCrossSell(tx: Queryable, run: ListedRun): Promise<Discoveries['crossSell']> {
  const cues = await runFindings(tx, run, 'crossSell');
  const sentences = await sentencesOf(
    tx,
    cues.map(({ first }) => first),
  );
  return cues.map(({ asked, phrases, documents }, place) => ({
    ...{ asked, phrases, first: sentences[place]! },
    texts: found(run, 'crossSell', place, documents.length),
  }));
}
