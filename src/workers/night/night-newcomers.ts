import { findName } from '../../classify/names.ts';
import { createCrossSellWatch } from '../../mine/newcomers/cross-sell.ts';
import { createNameWatch } from '../../mine/newcomers/name-watch.ts';
import { newcomers } from '../../mine/newcomers/newcomers.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { Queryable } from '../../store/database.ts';
import { streamTexts } from '../../store/findings/stream-texts.ts';
import type { DocumentWindow } from '../../store/runs/stream-document-categories.ts';
import { judgedNames } from '../../store/vocabulary/judged-names.ts';
import type { Findings } from '../../types/findings.ts';
import type { Taxonomy } from '../../types.ts';

/** Names that are new near phrases of switching, or rise; and what customers ask for beyond what they have. */
export async function nightNewcomers(
  db: Queryable,
  window: Omit<DocumentWindow, 'facets'>,
  day: string | null,
  { newcomers: settings, trends }: Pick<NightlyPipeline, 'newcomers' | 'trends'>,
  taxonomy: Taxonomy,
): Promise<Pick<Findings, 'newcomers' | 'crossSell'>> {
  if (day === null) return { newcomers: [], crossSell: [] };
  const watch = createNameWatch(settings);
  const asks = createCrossSellWatch(settings);
  const documents = new Map<string, number>();
  await streamTexts(db, window, (texts) => {
    for (const { id, day: on, customerId, text, sentences } of texts) {
      documents.set(on, (documents.get(on) ?? 0) + 1);
      const watched = {
        ...{ id, day: on, customer: customerId ?? `text ${id}` },
        sentences: sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      };
      watch.add(watched);
      asks.add(watched);
    }
  });
  const judged = await judgedNames(db);
  const known = knownWords(taxonomy);
  const isKnown = (name: string): boolean => judged.has(name) || name.split(/\s+/).every((word) => known.has(word));
  const { falseDiscoveries } = trends;
  const found = newcomers(
    watch.names(),
    documents,
    day,
    { ...settings, falseDiscoveries },
    {
      isKnown,
      couldBeOrganisation,
    },
  );
  return { newcomers: found, crossSell: asks.cues().slice(0, settings.most) };
}

/** Every word by which the vocabulary sees or names anything, in lower case. */
function knownWords({ categories }: Taxonomy): Set<string> {
  const words = new Set<string>();
  for (const { name, cues } of categories) {
    for (const text of [name, ...cues]) {
      for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{N}&'’-]*/gu) ?? []) words.add(word);
    }
  }
  return words;
}

function couldBeOrganisation(name: string): boolean {
  const found = findName(`moved to ${name}`, { start: 0, end: 'moved to '.length + name.length });
  return found === null || found.isOrganisation;
}
