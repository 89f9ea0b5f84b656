import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type Permission } from '../../../src/people/permissions.ts';
import { userRoles } from '../../../src/people/user.ts';
import { testDatabases } from '../../support/engines.ts';
import { createCorpus } from '../support/corpus.ts';
import { type PersonAtBrowser, signInAs } from '../support/people.ts';
import { addTexts, mine } from '../support/seed.ts';
import { openWorld, type World } from '../support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

/** What was decided. A route that is not here, or demands something else, fails the test: decide it, then write it down. */
const decided: Record<Permission | 'anybody', string[]> = {
  anybody: [
    'GET /sign-in',
    'POST /sign-in',
    'GET /invitation',
    'POST /invitation',
    'GET /unsubscribe',
    'POST /unsubscribe',
  ],
  account: ['GET /api/openapi.json', 'POST /sign-out', 'GET /account', 'POST /account'],
  texts: [
    ...['GET /', 'GET /api/overview', 'GET /topics', 'GET /api/topics', 'GET /topics/:id', 'GET /api/topics/:id'],
    ...['GET /relations', 'GET /api/relations', 'GET /trends', 'GET /api/trends', 'GET /texts', 'GET /api/texts'],
    ...['GET /report', 'GET /report/:day', 'GET /report/:day/file', 'GET /api/report', 'GET /api/report.csv'],
    ...['GET /api/findings', 'GET /api/findings.csv', 'GET /subscribers', 'GET /api/subscribers'],
    ...['POST /subscribers/:way', 'POST /api/subscribers/:way'],
    ...['GET /relations/coded', 'GET /api/relations/coded'],
    ...['GET /customers/:id', 'GET /api/customers/:id'],
    ...['GET /discoveries', 'GET /api/discoveries', 'POST /discoveries/categories', 'POST /api/discoveries/categories'],
    ...['GET /drivers', 'GET /api/drivers'],
    ...['POST /discoveries/names', 'POST /api/discoveries/names'],
    ...['POST /texts/:id/corrections', 'POST /api/texts/:id/corrections'],
    ...['GET /spot-checks', 'GET /api/spot-checks', 'POST /spot-checks', 'POST /api/spot-checks'],
  ],
  cases: [
    ...['GET /departments', 'GET /api/departments', 'GET /departments/:id', 'GET /api/departments/:id'],
    ...['GET /cases/:id', 'GET /api/cases/:id', 'POST /cases/:id/:action', 'POST /api/cases/:id/:action'],
    // A text of a case of one's own; who reads texts at all sees every one.
    ...['GET /texts/:id', 'GET /api/texts/:id', 'POST /texts/:id/unmask', 'POST /api/texts/:id/unmask'],
  ],
  results: [
    ...['GET /routing/rules', 'GET /api/routing/rules'],
    ...['GET /team-report', 'GET /api/team-report', 'GET /team-report.csv'],
    'GET /routing/quality',
    'GET /api/routing/quality',
  ],
  teams: [
    ...['POST /routing/models/:id/threshold', 'POST /api/routing/models/:id/threshold'],
    ...['POST /routing/models/:id/:state', 'POST /api/routing/models/:id/:state'],
    ...['GET /teams', 'GET /api/teams', 'GET /teams/:id', 'GET /api/teams/:id', 'POST /teams', 'POST /teams/:id'],
    ...['GET /api/teams-file', 'POST /api/teams-file'],
  ],
  operate: [
    ...['GET /api/routing/history', 'POST /api/routing/models'],
    ...['GET /deliveries', 'GET /api/deliveries', 'POST /deliveries/replay', 'POST /api/deliveries/replay'],
    ...['GET /queues', 'GET /api/queues'],
    ...['pause', 'resume', 'retry'].flatMap((act) => [`POST /queues/${act}`, `POST /api/queues/${act}`]),
    ...['GET /users', 'GET /api/users', 'POST /users', 'POST /api/users'],
    ...['POST /users/:id/:action', 'POST /api/users/:id/:action', 'GET /audit', 'GET /api/audit'],
    ...['GET /failures', 'GET /api/failures', 'GET /failures/:id/bytes'],
    ...['POST /failures/replay', 'POST /api/failures/replay', 'GET /runs', 'GET /api/runs', 'POST /runs'],
    ...[
      'POST /api/intakes',
      'GET /api/intakes/:id',
      'GET /api/status',
      'POST /api/nightly',
      'POST /api/reanalyse',
      'GET /api/corrections',
      'POST /api/sign-in-links',
    ],
  ],
};

let world: World;
/** A text that became a case of Billing. */
let billed = '';
let drop: () => Promise<void>;

beforeAll(async () => {
  const opened = await pglite.open();
  await addTexts(opened.database, createCorpus(60));
  await mine(opened.database);
  const [found] = await opened.database.query<{ id: number }>(
    "select document_id as id from cases where team = 'billing' limit 1",
  );
  billed = String(found?.id);
  world = await openWorld(opened.database);
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

const routes = Object.entries(decided).flatMap(([needed, all]) =>
  all.map((route) => ({ route, needed: needed as Permission | 'anybody' })),
);

describe('the routes of the server', () => {
  it('each demand what was decided, and none is forgotten', () => {
    const found = world.app.routeTable.filter(({ route }) => !route.includes(' /assets/'));
    const said = Object.fromEntries(found.map(({ route, may: needed }) => [route, needed]));
    expect(said).toEqual(Object.fromEntries(routes.map(({ route, needed }) => [route, needed])));
  });

  it.each(userRoles)('open to a %s only where the role allows it', async (role) => {
    const person = await signInAs(world, role, ['billing']);
    for (const { route, needed } of routes) {
      if (needed === 'anybody' || route === 'POST /sign-out' || (role === 'lead' && route === 'GET /')) continue;
      const { statusCode } = await ask(person, route);
      if (may(role, needed)) expect(statusCode, `${role}: ${route}`).not.toBe(403);
      else expect(statusCode, `${role}: ${route}`).toBe(403);
    }
  });

  it('leave a route that says nothing to operators', async () => {
    const { app } = world;
    expect(app.routeTable.filter(({ may: needed }) => needed === null).map(({ route }) => route)).toEqual(
      app.routeTable.filter(({ route }) => route.includes(' /assets/')).map(({ route }) => route),
    );
    const analyst = await signInAs(world, 'analyst');
    const refused = await analyst.ask('/api/users');
    expect(refused.json().message).toBe(
      'This is for the role operator; you are signed in as analyst. An operator can change that under "People".',
    );
  });
});

/** Asks with values that are right in form and name nothing that is there, so that nothing is changed. */
function ask(person: PersonAtBrowser, route: string) {
  const [method = 'GET', path = ''] = route.split(' ');
  const ids: Record<string, string> = { departments: 'billing', topics: 'delivery', texts: billed, failures: 'x' };
  const kind = /^(?:\/api)?\/(\w+)/.exec(path)?.[1] ?? '';
  const url = path.replace(':id', ids[kind] ?? '999999').replace(':action', kind === 'users' ? 'disable' : 'accept');
  const body = method === 'POST' && !path.endsWith('unmask') ? { payload: {} } : {};
  return person.ask({ method: method as 'GET' | 'POST', url, ...body });
}
