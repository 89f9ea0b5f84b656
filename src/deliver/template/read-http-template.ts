import { caseFields } from '../fields.ts';
import { chooserOf } from './chooser.ts';
import type { HttpTemplate } from './http-template.ts';
import type { Json } from './json.ts';
import { checkFields } from './placeholders.ts';

const names = [
  'title',
  'documentation',
  'method',
  'path',
  'headers',
  'signed',
  'body',
  'succeeds',
  'fails',
  'reference',
];

/**
 * Reads a template and proves that all it speaks of is there.
 * @param settings names of the settings that the destination gives.
 * @throws Error that names the template, the place and what would be right.
 */
export function readHttpTemplate(name: string, text: string, settings: readonly string[]): HttpTemplate {
  const where = `The template "${name}"`;
  const json = parse(where, text);
  const unknown = Object.keys(json).find((field) => !names.includes(field));
  if (unknown) throw new Error(`${where} has "${unknown}", which is not known; it may have ${names.join(', ')}.`);
  const template = shaped(where, json);
  const ofSettings = settings.map((setting) => `setting.${setting}`);
  const inHeaders = [...ofSettings, 'event.key', 'secret', 'secret.base64'];
  checkFields(`${where} in "path"`, template.path, ofSettings);
  for (const [header, value] of Object.entries(template.headers)) {
    checkFields(`${where} in the header "${header}"`, value, inHeaders);
  }
  checkBody(`${where} in "body"`, template.body, [...Object.keys(caseFields), ...ofSettings]);
  return template;
}

function parse(where: string, text: string): Record<string, Json> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where} is no JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, Json>;
  throw new Error(`${where} should be one JSON object.`);
}

function shaped(where: string, json: Record<string, Json>): HttpTemplate {
  const { path = '', headers = {}, signed = false, fails = [], reference = null, ...rest } = json;
  const template = { path, headers, signed, fails, reference, ...rest } as unknown as HttpTemplate;
  const wrong = (field: string, right: string) => new Error(`${where} has a wrong "${field}"; it should be ${right}.`);
  const isTexts = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (template.method !== 'POST' && template.method !== 'PUT') throw wrong('method', 'POST or PUT');
  if (typeof path !== 'string' || !/^(?:\/|$)/.test(path)) throw wrong('path', 'empty or begin with "/"');
  if (template.body === undefined) throw wrong('body', 'what is sent');
  const { status, holds } = template.succeeds ?? {};
  if (!Array.isArray(status) || !status.every((code) => code >= 200 && code < 300) || !isTexts(holds)) {
    throw wrong('succeeds', 'such as { "status": [201], "holds": ["ticket.id"] }');
  }
  if (!Array.isArray(fails) || !template.fails.every(({ path: at }) => typeof at === 'string')) {
    throw wrong('fails', 'a list such as [{ "path": "ok", "is": false }]');
  }
  if (!isTexts(Object.values(headers ?? {}))) throw wrong('headers', 'texts by name');
  return template;
}

function checkBody(where: string, body: Json, known: readonly string[]): void {
  if (typeof body === 'string') checkFields(where, body, known);
  if (typeof body !== 'object' || body === null) return;
  const chooser = Array.isArray(body) ? null : chooserOf(body);
  if (chooser) checkFields(where, `{{${chooser.field}}}`, known);
  else for (const value of Object.values(body)) checkBody(where, value, known);
}
