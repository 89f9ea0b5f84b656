import type { NightlyPipeline } from '../../pipeline.ts';
import type { CodedValue, SkippedField } from '../../types/findings.ts';
import { bandsOf, namedBands } from './bands.ts';

/** Turns coded data into numbers, text by text, and knows at the end which values and bands they stand for. */
export interface FieldCoder {
  /** A number for each value worth keeping; an empty value is none. */
  code(fields: Readonly<Record<string, string>>): number[];
  /** What the numbers came to mean. */
  finish(): CodedFields;
}

export interface CodedFields {
  /** Fields that group texts, by name. */
  fields: string[];
  /** Their values, field by field. */
  values: CodedValue[];
  /** The field of each value. */
  fieldOf: Int32Array;
  /** The value that each number of `code` stands for; −1 where it is passed over. */
  valueOfCode: Int32Array;
  skipped: SkippedField[];
}

interface Field {
  texts: number;
  values: Map<string, { number: number; texts: number }>;
  /** How many of the values are no numbers. */
  words: number;
}

/** Names of fields may be data too, and must not fill the memory. */
const mostFields = 100;
const isNumber = (value: string): boolean => /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value);

/**
 * A field of more than `mostValues` words, or more than `mostNumbers` numbers, is no grouping: it is forgotten as soon
 * as it shows that, so memory does not grow with its values.
 */
export function createFieldCoder(settings: NightlyPipeline['coded']): FieldCoder {
  const known = new Map<string, Field | SkippedField>();
  let numbers = 0;

  const fieldOf = (name: string): Field | null => {
    const field = known.get(name);
    if (field) return 'reason' in field ? null : field;
    if (known.size >= mostFields) return null;
    const fresh: Field = { texts: 0, values: new Map(), words: 0 };
    known.set(name, fresh);
    return fresh;
  };
  const skip = (field: string, reason: string): null => {
    known.set(field, { field, reason });
    return null;
  };
  const enter = (name: string, field: Field, value: string) => {
    const isWord = !isNumber(value);
    if (isWord && field.words === settings.mostValues) {
      return skip(name, `It has more than ${settings.mostValues} different values, so it does not group texts.`);
    }
    if (field.values.size === settings.mostNumbers + settings.mostValues) {
      return skip(name, `It has more than ${settings.mostNumbers} different numbers, so it does not group texts.`);
    }
    const entry = { number: numbers++, texts: 0 };
    field.values.set(value, entry);
    if (isWord) field.words += 1;
    return entry;
  };

  return {
    code(fields) {
      const codes: number[] = [];
      for (const [name, value] of Object.entries(fields)) {
        const field = value === '' ? null : fieldOf(name);
        if (!field) continue;
        const entry = field.values.get(value) ?? enter(name, field, value);
        if (!entry) continue;
        field.texts += 1;
        entry.texts += 1;
        codes.push(entry.number);
      }
      return codes;
    },
    finish: () => finish(known, numbers, settings),
  };
}

function finish(
  known: ReadonlyMap<string, Field | SkippedField>,
  numbers: number,
  settings: NightlyPipeline['coded'],
): CodedFields {
  const found: CodedFields = {
    ...{ fields: [], values: [], skipped: [] },
    fieldOf: new Int32Array(0),
    valueOfCode: new Int32Array(numbers).fill(-1),
  };
  const fieldOf: number[] = [];
  for (const name of [...known.keys()].sort()) {
    const field = known.get(name)!;
    if ('reason' in field) found.skipped.push(field);
    else if (isIdentifier(field, settings)) {
      found.skipped.push({
        field: name,
        reason: 'Nearly every text has a value of its own, as a number of an order has.',
      });
    } else addValues(found, fieldOf, name, field, settings);
  }
  return { ...found, fieldOf: Int32Array.from(fieldOf) };
}

const isIdentifier = ({ texts, values }: Field, { mostValues }: NightlyPipeline['coded']): boolean =>
  values.size > mostValues && values.size * 2 > texts;

function addValues(
  found: CodedFields,
  fieldOf: number[],
  name: string,
  { values }: Field,
  settings: NightlyPipeline['coded'],
): void {
  const asBands = values.size > settings.mostValues || namedBands(name, settings.bands) !== undefined;
  const counts = new Map<number, number>();
  for (const [value, { texts }] of values) {
    if (asBands && isNumber(value)) counts.set(Number(value), (counts.get(Number(value)) ?? 0) + texts);
  }
  const words = [...values.keys()].filter((value) => !asBands || !isNumber(value)).sort();
  const own = words.map((label): CodedValue => ({ field: name, label, low: null, high: null }));
  const list = [...bandsOf(name, counts, settings), ...own];
  // One value in every text says nothing about any of them.
  if (list.length < 2) return;
  const first = found.values.length;
  for (const [value, { number }] of values) {
    const place = list.findIndex(({ label, low, high }) =>
      low === null || high === null
        ? label === value
        : isNumber(value) && Number(value) >= low && Number(value) <= high,
    );
    found.valueOfCode[number] = first + place;
  }
  for (const value of list) {
    found.values.push(value);
    fieldOf.push(found.fields.length);
  }
  found.fields.push(name);
}
