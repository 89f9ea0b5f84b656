import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { delivery } from '../../pipelines/delivery.ts';
import { packageRoot } from '../../src/config.ts';
import { checkDelivery } from '../../src/deliver/check-delivery.ts';
import { caseFields, type FieldValue } from '../../src/deliver/fields.ts';
import { fillBody } from '../../src/deliver/template/fill-body.ts';
import { judgeAnswer } from '../../src/deliver/template/judge-answer.ts';
import { readHttpTemplate } from '../../src/deliver/template/read-http-template.ts';

const folder = join(packageRoot, 'pipelines', 'http');
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const settings = ['group', 'customer', 'requester', 'serviceDesk', 'requestType'];
const read = (name: string) => readHttpTemplate(name, readFileSync(join(folder, `${name}.json`), 'utf8'), settings);
/** A value that would break out of anything that trusts it. */
const evil = '"}],<b>\\u0022 {{secret}} $x\n\r\0\u2028';
const values: Record<string, FieldValue> = { 'case.priority': 'high', 'case.tags': ['a', evil], 'case.score': 0.5 };
const lookUp = (field: string): FieldValue => values[field] ?? evil;

const plain = {
  ...{ title: 't', documentation: 'd', method: 'POST', body: '{{case.id}}' },
  succeeds: { status: [200], holds: [] },
};
const readPlain = (more: object) => readHttpTemplate('mine', JSON.stringify({ ...plain, ...more }), []);

describe('the templates that come with it', () => {
  it('are for the help desks that are named', () => {
    expect(names.sort()).toEqual(['freshdesk', 'jira-service-management', 'webhook', 'zammad', 'zendesk']);
  });

  it.each(names)('%s speaks of known fields only, and no value can change its shape', (name) => {
    const template = read(name);
    const shape = (json: unknown): unknown =>
      typeof json === 'object' && json !== null && !Array.isArray(json)
        ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, shape(value)]))
        : Array.isArray(json)
          ? 'list'
          : typeof json;
    const harmless = fillBody(template.body, (field) => (field === 'case.tags' ? ['x'] : (values[field] ?? 'x')));
    const filled = JSON.parse(JSON.stringify(fillBody(template.body, lookUp)));
    expect(shape(filled)).toEqual(shape(harmless));
    expect(JSON.stringify(harmless)).not.toContain('{{');
  });

  it('map priorities to what the help desk calls them', () => {
    expect(fillBody(read('freshdesk').body, lookUp)).toMatchObject({ priority: 3, status: 2 });
    expect(fillBody(read('zammad').body, lookUp)).toMatchObject({ priority: '3 high' });
    expect(fillBody(read('zendesk').body, lookUp)).toMatchObject({ ticket: { priority: 'high' } });
  });

  it('give numbers and lists as such, and escape where HTML is read', () => {
    expect(fillBody(read('webhook').body, lookUp)).toMatchObject({ data: { case: { score: 0.5, tags: ['a', evil] } } });
    expect(fillBody('<p>{{text.words.html}}</p>', () => '<b>"&')).toBe('<p>&lt;b&gt;&quot;&amp;</p>');
  });
});

describe('a template', () => {
  it.each([
    [
      'an unknown field',
      { body: { a: ['{{case.colour}}'] } },
      /names the unknown field "case.colour". The fields are: case.id, case.url/,
    ],
    ['an unknown field to choose by', { body: { $choose: 'case.colour', values: {} } }, /unknown field "case.colour"/],
    ['a secret in its body', { body: '{{secret}}' }, /unknown field "secret"/],
    [
      'a customer in its headers',
      { headers: { 'x-name': '{{customer.id}}' } },
      /in the header "x-name".*"customer.id"/,
    ],
    [
      'a setting that the destination does not give',
      { path: '/{{setting.desk}}' },
      /in "path" names the unknown field "setting.desk"/,
    ],
    ['a field of its own that nobody knows', { methode: 'POST' }, /has "methode", which is not known/],
    ['a method that changes nothing', { method: 'GET' }, /wrong "method"; it should be POST or PUT/],
    ['no success', { succeeds: { status: [500], holds: [] } }, /wrong "succeeds"/],
  ])('with %s is refused at start', (_, more, message) => {
    expect(() => readPlain(more)).toThrow(message);
  });

  it('that is no JSON is refused by its name', () => {
    expect(() => readHttpTemplate('mine', '{ "title": ', [])).toThrow(/The template "mine" is no JSON/);
  });

  it('documents every field that it may speak of', () => {
    expect(Object.values(caseFields).every((meaning) => meaning.length > 3)).toBe(true);
  });
});

describe('an answer', () => {
  const zendesk = read('zendesk');
  it.each([
    [
      { status: 201, body: '{"ticket":{"id":35436}}' },
      { state: 'sent', reference: '35436' },
    ],
    [
      { status: 201, body: '{"error":"RecordInvalid"}' },
      { state: 'refused', permanent: false },
    ],
    [
      { status: 201, body: 'ok' },
      { state: 'refused', reason: expect.stringContaining('without "ticket.id"') },
    ],
    [
      { status: 200, body: '{"ticket":{"id":1}}' },
      { state: 'refused', reason: expect.stringContaining('expects 201') },
    ],
    [
      { status: 503, body: '', retryAfterSeconds: 7 },
      { state: 'refused', permanent: false, retryAfterSeconds: 7 },
    ],
    [
      { status: 401, body: '' },
      { state: 'refused', permanent: false },
    ],
    [
      { status: 422, body: '' },
      { state: 'refused', permanent: true },
    ],
  ])('%j is judged by what it says', (answer, outcome) => {
    expect(judgeAnswer(zendesk, answer)).toMatchObject(outcome);
  });

  it('that says that there was no error is none', () => {
    const body = '{"error":null,"errors":[],"ok":true,"status":"success"}';
    expect(judgeAnswer(read('webhook'), { status: 200, body })).toMatchObject({ state: 'sent' });
  });
});

describe('the destinations', () => {
  const routing = { teams: { billing: { name: 'Billing', owns: '' } } };
  const templateText = (name: string) =>
    names.includes(name) ? readFileSync(join(folder, `${name}.json`), 'utf8') : null;
  const nothing = { templateText, secret: () => null, hasMail: false };
  const everything = { templateText, secret: () => 's', hasMail: true };
  const on = Object.fromEntries(
    Object.entries(delivery.destinations).map(([name, one]) => [name, { ...one, on: true }]),
  );

  it('are all off as they come, and need nothing', () => {
    expect(checkDelivery(delivery, routing, nothing).size).toBe(0);
  });

  it('all work once they are on and have what they need', () => {
    expect([...checkDelivery({ ...delivery, destinations: on }, routing, everything).keys()]).toEqual([
      'webhook',
      'zendesk',
      'freshdesk',
      'jira-service-management',
      'zammad',
    ]);
  });

  it('say all together what they lack', () => {
    const check = () => checkDelivery({ ...delivery, destinations: on }, routing, nothing);
    expect(check).toThrow(/"team-mail" sends mail: set EARSHOT_SMTP_URL/);
    expect(check).toThrow(/"zendesk" needs the environment variable EARSHOT_SECRET_ZENDESK/);
  });

  const { webhook } = delivery.destinations;
  it.each([
    ['an address that is not https', { ...webhook, url: 'http://example.org' }, /should begin with https/],
    ['a password in the address', { ...webhook, url: 'https://a:b@example.org' }, /password in its address/],
    ['a team that is not there', { ...webhook, teams: ['colours'] }, /unknown team "colours"/],
    ['a template that is not there', { ...webhook, template: '../secret' }, /names the template "..\/secret"/],
    ['nothing to sign with', { ...webhook, secret: null }, /so it needs a secret/],
    ['no attempts', { ...webhook, perMinute: 0 }, /"perMinute" of "mine" is 0/],
  ])('are refused with %s', (_, wrong, message) => {
    const check = () =>
      checkDelivery({ ...delivery, destinations: { mine: { ...wrong, on: true } } }, routing, everything);
    expect(check).toThrow(message);
  });
});
