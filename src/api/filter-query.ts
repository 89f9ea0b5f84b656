import { type Static, Type } from '@sinclair/typebox';
import {
  CaseStateSchema,
  ChannelSchema,
  FacetSchema,
  GradeSchema,
  PrioritySchema,
} from '../../dashboards/views/shared.ts';
import { everyText, type Relabelled, type TextFilter } from '../store/read/filter.ts';
import { UserError } from './user-error.ts';

const Day = (description: string) => Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description }));

/** A filter as query parameters; each may be given several times where it is an array. */
export const FilterQuery = Type.Object(
  {
    category: Type.Optional(Type.Array(Type.String(), { description: 'Category ids; all must be affirmed' })),
    categoryGrade: Type.Optional(Type.Array(GradeSchema, { description: 'Grade towards those categories' })),
    facet: Type.Optional(Type.Array(FacetSchema)),
    channel: Type.Optional(Type.Array(ChannelSchema)),
    language: Type.Optional(Type.Array(Type.String(), { description: 'ISO 639-1 codes, or `und`' })),
    understood: Type.Optional(Type.Boolean({ description: 'Whether a model reads the language' })),
    from: Day('First day of receipt, UTC'),
    to: Day('Last day of receipt, UTC'),
    grade: Type.Optional(Type.Array(GradeSchema, { description: 'Grade of the text, −2 to 2' })),
    customer: Type.Optional(Type.String()),
    attribute: Type.Optional(
      Type.Array(Type.String({ pattern: '^[^=]+=' }), { description: 'Coded data as `name=value`; all hold' }),
    ),
    covered: Type.Optional(
      Type.Boolean({ description: 'Whether it names something of the vocabulary, signals apart' }),
    ),
    found: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,15}/[A-Za-z]{1,30}/[0-9]{1,9}$',
        description: 'Texts of one finding of a night: `run/kind/place`',
      }),
    ),
    field: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { description: 'Coded data that has a value; all do' }),
    ),
    range: Type.Optional(
      Type.Array(Type.String({ pattern: '^[^=]+=-?[0-9.]+\\.\\.-?[0-9.]+$' }), {
        description: 'Coded data as a number, `name=low..high`, both included; all hold',
      }),
    ),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Words that all occur in subject or text' })),
    team: Type.Optional(Type.Array(Type.String(), { description: "Department of the text's case" })),
    state: Type.Optional(Type.Array(CaseStateSchema)),
    priority: Type.Optional(Type.Array(PrioritySchema)),
    overdueAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'Cases not closed and due before this moment' }),
    ),
    arrivedAfter: Type.Optional(Type.Integer({ minimum: 0, description: 'Only texts with a higher id' })),
    labelsAt: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Categories as they were labelled when this change was the last' }),
    ),
    relabelled: Type.Optional(
      Type.String({
        pattern: '^(relabelled|vocabulary|model) (added|removed) \\d{1,15} \\d{1,15}( [^ ]*){1,2}$',
        description: 'Labels that changed: why, how, after and up to which change, and one or two categories',
      }),
    ),
    through: Type.Optional(Type.Integer({ minimum: 0, description: 'Highest text id' })),
  },
  { additionalProperties: false },
);
export type FilterQuery = Static<typeof FilterQuery>;

/** @throws UserError when a day is none of the calendar. */
export function readFilter(query: FilterQuery): TextFilter {
  return {
    ...everyText,
    categories: query.category ?? [],
    categoryGrades: query.categoryGrade ?? [],
    facets: query.facet ?? [],
    channels: query.channel ?? [],
    languages: query.language ?? [],
    understood: query.understood ?? null,
    fromDay: readDay('from', query.from),
    toDay: readDay('to', query.to),
    grades: query.grade ?? [],
    customer: query.customer ?? null,
    attributes: (query.attribute ?? []).map(readAttribute),
    fields: query.field ?? [],
    ranges: (query.range ?? []).map(readRange),
    covered: query.covered ?? null,
    found: query.found ?? null,
    words: query.q ?? '',
    teams: query.team ?? [],
    caseStates: query.state ?? [],
    priorities: query.priority ?? [],
    overdueAt: query.overdueAt === undefined ? null : new Date(query.overdueAt),
    after: query.arrivedAfter ?? null,
    labelsAt: query.labelsAt ?? null,
    relabelled: query.relabelled === undefined ? null : readRelabelled(query.relabelled),
    through: query.through ?? null,
  };
}

/** The filter as `?name=value&…`, always in the same order; empty where it sets no condition. */
export function writeFilter(filter: Partial<TextFilter>): string {
  const query = new URLSearchParams(filterParameters(filter)).toString();
  return query && `?${query}`;
}

/** The filter as names and values, in the order in which they stand in an address. */
export function filterParameters(filter: Partial<TextFilter>): [name: string, value: string][] {
  const all: TextFilter = { ...everyText, ...filter };
  const list = (name: string, values: readonly (string | number)[]) =>
    values.map((value): [string, string] => [name, String(value)]);
  const one = (name: string, value: string | number | boolean | null) =>
    value === null ? [] : list(name, [String(value)]);
  return [
    ...list('category', all.categories),
    ...list('categoryGrade', all.categoryGrades),
    ...list('facet', all.facets),
    ...list('channel', all.channels),
    ...list('language', all.languages),
    ...one('understood', all.understood),
    ...one('from', all.fromDay),
    ...one('to', all.toDay),
    ...list('grade', all.grades),
    ...one('customer', all.customer),
    ...list('attribute', all.attributes.map(writeAttribute)),
    ...list('field', all.fields),
    ...list(
      'range',
      all.ranges.map(([name, low, high]) => writeAttribute([name, `${low}..${high}`])),
    ),
    ...one('covered', all.covered),
    ...one('found', all.found),
    ...one('q', all.words || null),
    ...list('team', all.teams),
    ...list('state', all.caseStates),
    ...list('priority', all.priorities),
    ...one('overdueAt', all.overdueAt?.toISOString() ?? null),
    ...one('arrivedAfter', all.after),
    ...one('labelsAt', all.labelsAt),
    ...one('relabelled', all.relabelled && writeRelabelled(all.relabelled)),
    ...one('through', all.through),
  ];
}

/** A name may hold `=` itself, so that and `%` are written as percent signs and codes. */
export function writeAttribute([name, value]: [string, string]): string {
  return `${name.replace(/[%=]/g, encodeURIComponent)}=${value}`;
}

function readAttribute(text: string): [string, string] {
  const at = text.indexOf('=');
  const name = text.slice(0, at).replace(/%25|%3D/gi, decodeURIComponent);
  return [name, text.slice(at + 1)];
}

function writeRelabelled({ cause, added, from, to, categories }: Relabelled): string {
  return [cause, added ? 'added' : 'removed', from, to, ...categories.map(encodeURIComponent)].join(' ');
}

/** @param text by the pattern of the query. */
function readRelabelled(text: string): Relabelled {
  const [cause, way, from, to, ...categories] = text.split(' ');
  return {
    ...{ cause: cause as Relabelled['cause'], added: way === 'added', from: Number(from), to: Number(to) },
    categories: categories.map(decodeCategory),
  };
}

function decodeCategory(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UserError(400, `relabelled names the category "${text}", which is not written as an address is.`);
  }
}

/** @throws UserError when an end is no number. */
function readRange(text: string): [name: string, low: number, high: number] {
  const [name, value] = readAttribute(text);
  const [low = Number.NaN, high = Number.NaN] = value.split('..').map(Number);
  if (Number.isFinite(low) && Number.isFinite(high)) return [name, low, high];
  throw new UserError(400, `range is "${text}"; write it as age=18..24.`);
}

function readDay(name: string, day: string | undefined): string | null {
  if (day === undefined) return null;
  // Node rolls 30 February over to March; the comparison finds out.
  const date = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return day;
  throw new UserError(400, `${name} is "${day}", which is no day of the calendar; write it as 2025-03-31.`);
}
