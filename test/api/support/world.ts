import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { quality } from '../../../pipelines/quality.ts';
import { createServer } from '../../../src/api/server.ts';
import type { IncomingFile, Services } from '../../../src/api/services.ts';
import type { QueueDesk } from '../../../src/queue/desk.ts';
import { openQueue } from '../../../src/queue/open.ts';
import type { JobQueue } from '../../../src/queue/queue.ts';
import { countStale } from '../../../src/store/analyses/count-stale.ts';
import type { Database } from '../../../src/store/database.ts';
import { finishReading } from '../../../src/store/intake/finish-reading.ts';
import { replayFailures } from '../../../src/store/intake/replay-failures.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { createSignInToken } from '../../../src/store/sign-in/create-sign-in-token.ts';
import { checkRules } from '../../../src/workers/check-rules.ts';
import { correctText } from '../../../src/workers/correct.ts';
import { createQueueDesk } from '../../../src/workers/queue-desk.ts';
import { readReport } from '../../../src/workers/report.ts';
import { readTeamReport } from '../../../src/workers/team-report.ts';
import { learnCategory, learnName } from '../../../src/workers/vocabulary.ts';
import { mine, now } from './seed.ts';
import { routing, taxonomy } from './taxonomy.ts';

/** A server over a store, with a signed-in browser to ask it. */
export interface World {
  app: FastifyInstance;
  services: Services;
  /** What `intake.receive` was given, with the bytes. */
  received: { file: IncomingFile; bytes: Buffer }[];
  /** Lines of the log, as written. */
  logLines: string[];
  /** Asks as the signed-in browser. */
  ask(request: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** Asks with nothing but what is given. */
  askAsStranger(request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export const localToken = 'the token of this machine';
export const origin = 'http://127.0.0.1:4310';
const host = '127.0.0.1:4310';

const grades = { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 };

const versions = { 'taxonomy shop': taxonomy.version };

export async function openWorld(database: Database): Promise<World> {
  const received: World['received'] = [];
  const logLines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
  const { desk, close } = deskOf(database);
  const vocabulary = { database, models: { taxonomy }, now: () => now, reloadVocabulary: async () => {} };
  const services: Services = {
    ...{
      database,
      taxonomy,
      routing,
      destinations: {},
      suggest: { on: false, templates: {} },
      inbox: '/srv/earshot/inbox',
      host: '127.0.0.1',
      log,
      localToken,
      quality,
    },
    grades,
    versions,
    now: () => now,
    queues: desk,
    readTeamReport: (asked) => readTeamReport({ database, routing, now: () => now }, asked),
    checkRules: (texts) => checkRules({ database, routing, models: { taxonomy } }, texts),
    vocabulary: {
      learnCategory: (request) => learnCategory(vocabulary, request),
      learnName: (request) => learnName(vocabulary, request),
    },
    intake: {
      async receive(file) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of file.stream) chunks.push(chunk);
        received.push({ file, bytes: Buffer.concat(chunks) });
        const intakeId = await startIntake(database, file.name, now);
        await finishReading(database, intakeId);
        return { intakeId };
      },
      correctedExamples: async () => [],
      correct: (request) =>
        correctText({ database, models: { taxonomy }, pipelines: { intake: { grades } }, now: () => now }, request),
      replay: async (ids) => ({ waiting: (await replayFailures(database, ids, now)).length }),
      reanalyse: async () => ({ analysed: 0, lost: 0, left: await countStale(database, versions) }),
      readReport: (day) => readReport({ database, now: () => now }, day),
      mineNow: () => mine(database),
    },
  };
  const app = createServer(services);
  await app.ready();
  const cookie = await signIn(app, database);
  const askAsStranger = (request: InjectOptions) => app.inject({ ...request, headers: { host, ...request.headers } });
  return {
    ...{ app, services, received, logLines, askAsStranger },
    ask(request) {
      const options = typeof request === 'string' ? { url: request } : request;
      const headers = { cookie, 'sec-fetch-site': 'same-origin', origin, ...options.headers };
      return askAsStranger({ ...options, headers });
    },
    async close() {
      await app.close();
      await close();
    },
  };
}

async function signIn(app: FastifyInstance, database: Database): Promise<string> {
  const token = await createSignInToken(database, now);
  const response = await app.inject({ url: `/sign-in?token=${token}`, headers: { host } });
  const [cookie] = response.cookies;
  if (!cookie) throw new Error(`Signing in answered ${response.statusCode} without a cookie.`);
  return `${cookie.name}=${cookie.value}`;
}

/** The desk of a queue on the same database, opened when somebody asks: most tests of pages never do. */
function deskOf(database: Database): { desk: QueueDesk; close(): Promise<void> } {
  let opened: Promise<JobQueue> | null = null;
  const open = async (): Promise<QueueDesk> => {
    opened ??= openQueue(database, { redisUrl: null });
    return createQueueDesk({ database, queue: await opened, now: () => now });
  };
  const desk: QueueDesk = {
    states: async () => (await open()).states(),
    pause: async (actor) => (await open()).pause(actor),
    resume: async (actor) => (await open()).resume(actor),
    failedJobs: async (limit) => (await open()).failedJobs(limit),
    retry: async (ids, actor) => (await open()).retry(ids, actor),
  };
  return { desk, close: async () => (await opened)?.close() };
}
