import type { ApartRow, CodedRow, SetRow } from '../../../dashboards/views/coded.ts';
import type { IntakePipeline } from '../../pipeline.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import type { Apart, CategorySet, CodedRelation, CodedValue } from '../../types/findings.ts';
import { type Channel, channels } from '../../types.ts';
import { textsCount } from '../links.ts';
import { gradeOf } from './satisfaction.ts';
import type { Vocabulary } from './vocabulary.ts';

interface RowContext {
  vocabulary: Vocabulary;
  grades: IntakePipeline['grades'];
  /** What the run looked at. */
  within: Partial<TextFilter>;
}

export function codedRow(found: CodedRelation, { vocabulary, grades, within }: RowContext): CodedRow {
  const { category, field, label, sentiment, sentimentLower, sentimentUpper, stability } = found;
  const { expected, lift, lower, upper, p, q } = found;
  const texts = (count: number, filter: Partial<TextFilter>) =>
    textsCount(count, { ...within, understood: true, ...filter });
  const named = { categories: [category] };
  return {
    ...{ category: vocabulary.link(category), field, value: label },
    texts: texts(found.documents, withField(field)),
    categoryTexts: texts(found.categoryCount, { ...withField(field), ...named }),
    valueTexts: texts(found.valueCount, withValue(found)),
    observed: texts(found.observed, { ...withValue(found), ...named }),
    ...{ expected, lift, lower, upper, p, q, sentiment, sentimentLower, sentimentUpper, stability },
    grade: sentiment === null ? null : gradeOf(sentiment, grades),
  };
}

/** Every text came by some channel. */
const withField = (field: string): Partial<TextFilter> => (field === 'channel' ? {} : { fields: [field] });

/** The texts with a value of coded data. */
export function withValue({ field, label, low, high }: CodedValue): Partial<TextFilter> {
  if (field === 'channel') return { channels: channels.filter((channel): channel is Channel => channel === label) };
  return low === null || high === null ? { attributes: [[field, label]] } : { ranges: [[field, low, high]] };
}

export function apartRow(found: Apart, { vocabulary, within }: RowContext): ApartRow {
  const { antecedent, consequent, expected, lift, upper, p, q } = found;
  const texts = (count: number, categories: string[]) => textsCount(count, { ...within, categories });
  return {
    antecedent: vocabulary.link(antecedent),
    consequent: vocabulary.link(consequent),
    antecedentTexts: texts(found.antecedentCount, [antecedent]),
    consequentTexts: texts(found.consequentCount, [consequent]),
    observed: texts(found.observed, [antecedent, consequent]),
    ...{ expected, lift, upper, p, q },
  };
}

export function setRow({ categories, observed, ...chance }: CategorySet, { vocabulary, within }: RowContext): SetRow {
  return {
    categories: categories.map(vocabulary.link),
    observed: textsCount(observed, { ...within, categories }),
    ...chance,
  };
}
