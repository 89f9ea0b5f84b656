import type { NightlyPipeline } from '../../pipeline.ts';
import { type CodedFields, createFieldCoder } from './field-coder.ts';
import { createGrowingInts } from './growing-ints.ts';

/** What mining asks of a text more than once: its categories, coded data and sentiment, as small numbers. */
export interface TextRows {
  readonly texts: number;
  /** Every category met, in the order first met. */
  readonly categories: readonly string[];
  /** @param customer who wrote it, or anything that tells it from texts of others. */
  add(text: {
    categories: readonly string[];
    fields: Record<string, string>;
    sentiment: number;
    customer: string;
  }): void;
  /** The coded data of the texts added so far. */
  coded(): CodedFields;
  /** Visits the texts in the order added; `row` is reused. */
  each(coded: CodedFields, visit: (row: TextRow) => void): void;
}

export interface TextRow {
  /** Places in `categories`. */
  categories: Int32Array;
  /** Places in the coded fields' `values`: one a field at most. */
  values: number[];
  /** Sentiment in ten-thousandths: whole numbers give the same sums in any order. */
  sentiment: number;
  /** Which of `groupCount` groups the customer falls into. */
  group: number;
}

/** Customers are parted into so many groups, which resampling takes or leaves as a whole. */
export const groupCount = 50;

/** Rows in typed arrays: about 40 bytes for a text of five categories and three fields, so 40 MB for a million. */
export function createTextRows(settings: NightlyPipeline['coded']): TextRows {
  const places = new Map<string, number>();
  const coder = createFieldCoder(settings);
  const [items, itemEnds] = [createGrowingInts(), createGrowingInts()];
  const [codes, codeEnds] = [createGrowingInts(), createGrowingInts()];
  const [sentiments, groups] = [createGrowingInts(), createGrowingInts()];
  const categories: string[] = [];

  const place = (category: string): number => {
    const known = places.get(category) ?? categories.push(category) - 1;
    places.set(category, known);
    return known;
  };
  return {
    get texts() {
      return sentiments.length;
    },
    categories,
    add({ categories: named, fields, sentiment, customer }) {
      for (const category of named) items.push(place(category));
      for (const code of coder.code(fields)) codes.push(code);
      itemEnds.push(items.length);
      codeEnds.push(codes.length);
      sentiments.push(Math.round(sentiment * 10_000));
      groups.push(groupOf(customer));
    },
    coded: () => coder.finish(),
    each({ valueOfCode }, visit) {
      const all = {
        items: items.values(),
        codes: codes.values(),
        itemEnds: itemEnds.values(),
        codeEnds: codeEnds.values(),
      };
      const [feelings, parts] = [sentiments.values(), groups.values()];
      for (let text = 0, item = 0, code = 0; text < feelings.length; text++) {
        const values: number[] = [];
        for (; code < all.codeEnds[text]!; code++) {
          const value = valueOfCode[all.codes[code]!]!;
          if (value >= 0) values.push(value);
        }
        visit({
          categories: all.items.subarray(item, all.itemEnds[text]),
          values,
          sentiment: feelings[text]!,
          group: parts[text]!,
        });
        item = all.itemEnds[text]!;
      }
    },
  };
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 code units. */
function groupOf(customer: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < customer.length; at++) hash = Math.imul(hash ^ customer.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % groupCount;
}
