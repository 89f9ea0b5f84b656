import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Frame } from '../../dashboards/layout.ts';
import { signInPage } from '../../dashboards/pages/sign-in.ts';
import { may } from '../people/permissions.ts';
import { countStale } from '../store/analyses/count-stale.ts';
import { version } from '../version.ts';
import { checkPermission, checkScope } from './access/check-access.ts';
import { addAssets } from './assets.ts';
import { isApi, sendError } from './errors.ts';
import { checkHost, checkSameOrigin } from './guard.ts';
import { identify, viewerOf } from './identity.ts';
import { addOperations } from './operations/add-operations.ts';
import type { Operations } from './operations/operations.ts';
import { addAccount } from './routes/account.ts';
import { addCaseActions } from './routes/case-actions.ts';
import { addCorrections } from './routes/corrections.ts';
import { addDeliveries } from './routes/deliveries.ts';
import { addDiscoveries } from './routes/discoveries.ts';
import { addIntakes } from './routes/intakes.ts';
import { addPeople } from './routes/people.ts';
import { addQueueActions } from './routes/queues.ts';
import { addReport } from './routes/report.ts';
import { addRoutingHistory } from './routes/routing-history.ts';
import { addRoutingModels } from './routes/routing-models.ts';
import { addRules } from './routes/rules.ts';
import { addSignIn } from './routes/sign-in.ts';
import { addSpotCheckRoutes } from './routes/spot-checks.ts';
import { addSubscribers } from './routes/subscribers.ts';
import { addTeamReport } from './routes/team-report.ts';
import { addTeams } from './routes/teams.ts';
import { addUnmask } from './routes/unmask.ts';
import { addUpkeepRoutes } from './routes/upkeep.ts';
import { addViews } from './routes/views.ts';
import { securityHeaders } from './security-headers.ts';
import { sendPage } from './send-page.ts';
import type { Services } from './services.ts';
import { notFound, UserError } from './user-error.ts';

/** Builds the server of pages and API; the caller lets it listen, and closes it. */
export function createServer(services: Services, operations?: Operations): FastifyInstance {
  const frame: Frame = { taxonomy: services.taxonomy.title };
  const app = fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    // Addresses hold what people search for, and sign-in tokens; the log below holds neither.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // An address that is no valid one never meets the error handler below.
    frameworkErrors: (error, request, reply) => sendError(error, request, reply, frame),
    routerOptions: { maxParamLength: 300 },
    // A misspelt parameter is an error: dropped in silence, it would make a count mean something else.
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false } },
  });
  app.decorateRequest('identity', null);
  app.decorateRequest('viewer', null);
  app.setErrorHandler<Error>((error, request, reply) => sendError(error, request, reply, frame));
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.anyName) checkHost(request, services.host);
  });
  keepRouteTable(app);
  addAccessLog(app);
  app.register(helmet, securityHeaders);
  app.register(cookie);
  app.register(rateLimit, { global: false, errorResponseBuilder: () => new UserError(429, tooOften) });
  app.register(swagger, { openapi: description });
  app.register(addAssets);
  if (operations) app.register(async (open) => addOperations(open, operations));
  app.register(async (pages) => addPages(pages, services, frame));
  return app;
}

const tooOften = 'Too many sign-ins were tried. Wait a minute and try again.';

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Earshot',
    version,
    description:
      'What the pages show, as JSON. A browser that is signed in may ask; so may programs of this machine with the ' +
      'token of the lock file in the data directory. Every number comes with `href`, the list of what it counts.',
  },
  components: {
    securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } },
  },
  security: [{ token: [] }],
};

/** Notes what every route demands, so that a test can hold the whole of it against what was decided. */
function keepRouteTable(app: FastifyInstance): void {
  const table: FastifyInstance['routeTable'] = [];
  app.decorate('routeTable', table);
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) {
      if (each !== 'HEAD')
        table.push({ route: `${each} ${url}`, may: config?.open ? 'anybody' : (config?.may ?? null) });
    }
  });
}

/** Everything that only those who are signed in may ask for, and the way in. */
function addPages(app: FastifyInstance, services: Services, frame: Frame): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.open) return;
    const found = await identify(request, services);
    if (found === null) {
      if (isApi(request))
        throw new UserError(401, 'Not signed in. "npx earshot sign-in" prints a link that signs a browser in.');
      sendPage(reply.code(401), signInPage(null));
      return reply;
    }
    await services.refreshRouting?.();
    request.identity = found.identity;
    request.viewer = found.viewer;
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && found.identity === 'browser') checkSameOrigin(request);
    // Whoever may not read the overview begins with the departments.
    if (request.routeOptions.url === '/' && !may(found.viewer.role, 'texts'))
      return reply.redirect('/departments', 303);
    checkPermission(request, found.viewer);
  });
  app.decorateRequest('stale', 0);
  app.addHook('preHandler', async (request) => {
    if (request.method === 'GET' && !isApi(request))
      request.stale = await countStale(services.database, services.versions);
  });
  app.addHook('preValidation', async (request) => dropEmptyParameters(request.query));
  app.addHook('preHandler', async (request) => {
    if (!request.routeOptions.config.open) await checkScope(request, viewerOf(request), services.database);
  });
  app.setNotFoundHandler((request) => {
    throw notFound(`page ${request.method} ${request.url.split('?')[0]}`, 'The overview is the way in.');
  });
  addViews(app, services, frame);
  addCaseActions(app, services);
  addDeliveries(app, services, frame);
  addCorrections(app, services);
  addDiscoveries(app, services);
  addReport(app, services, frame);
  addSubscribers(app, services, frame);
  addIntakes(app, services);
  addUpkeepRoutes(app, services);
  addRoutingModels(app, services, frame);
  addRoutingHistory(app, services);
  addSpotCheckRoutes(app, services, frame);
  addQueueActions(app, services);
  addSignIn(app, services);
  addAccount(app, services, frame);
  addPeople(app, services, frame);
  addTeams(app, services, frame);
  addRules(app, services, frame);
  addTeamReport(app, services, frame);
  addUnmask(app, services, frame);
  app.get('/api/openapi.json', { schema: { hide: true }, config: { may: 'account' } }, () => app.swagger());
}

/** A form sends every field, also those left empty, which set no condition. */
function dropEmptyParameters(query: unknown): void {
  const parameters = query as Record<string, unknown>;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') delete parameters[name];
    else if (Array.isArray(value)) parameters[name] = value.filter((item) => item !== '');
  }
}

/** Who asked for which page, when, with what outcome; not for which text or by which words. */
function addAccessLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, id, identity, viewer, ip } = request;
    const route = request.routeOptions.url ?? 'none';
    const entry = {
      reqId: id,
      method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      who: identity,
      ...(viewer?.userId != null && { userId: viewer.userId }),
      ip,
    };
    if (route.startsWith('/assets/')) request.log.debug(entry, 'answered');
    else request.log.info(entry, 'answered');
  });
}
