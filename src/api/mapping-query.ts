import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { SurveyMapping } from '../types.ts';
import { UserError } from './user-error.ts';

const Column = Type.Optional(Type.String({ minLength: 1 }));
const Mapping = Type.Object(
  {
    text: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    id: Column,
    customer: Column,
    date: Column,
    dateOrder: Type.Optional(Type.Union([Type.Literal('dmy'), Type.Literal('mdy')])),
    language: Column,
    subject: Column,
    ignore: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
);

/** Reads the mapping of a survey's columns from JSON. @throws UserError that names the field and shows a right one. */
export function readMapping(json: string): SurveyMapping {
  const value = parse(json);
  if (Value.Check(Mapping, value)) return withoutUndefined(value);
  const problem = Value.Errors(Mapping, value).First();
  throw new UserError(400, `mapping${problem?.path ?? ''}: ${problem?.message ?? 'not an object'}. ${example}`);
}

const example = 'It should look like {"text": ["comment"], "date": "answered", "customer": "id"}.';

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UserError(400, `mapping is not JSON. ${example}`);
  }
}

/** JSON has no undefined, but the type of an optional field allows it. */
function withoutUndefined({ text, ...fields }: Static<typeof Mapping>): SurveyMapping {
  return { text, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}
