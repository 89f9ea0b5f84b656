import { Readable } from 'node:stream';
import type { Subscribers } from '../../dashboards/views/subscribers.ts';
import { deliveriesHref } from '../api/views/deliveries.ts';
import type { Config } from '../config.ts';
import type { RunningServer } from '../lock/lock.ts';
import type { GivenUpJob } from '../queue/desk.ts';
import type { KeptAside } from '../store/read/failures.ts';
import type { Engine, Status } from './engine.ts';
import { openRemotePeople } from './people/people-remote.ts';
import { presentVersions } from './present-versions.ts';
import { openRemoteRouting } from './routing/routing-remote.ts';
import { openRemoteTeams } from './teams/teams-engine.ts';

/** Asks the server. @throws Error with what it answered where that is no success. */
export type Ask = <T>(method: 'GET' | 'POST', path: string, body?: BodyInit, type?: string) => Promise<T>;

/** Speaks with the server that holds the data directory, over its own API. */
export function openRemoteEngine({ url, token, pid }: RunningServer, config: Config): Engine {
  const ask: Ask = async <T>(method: 'GET' | 'POST', path: string, body?: BodyInit, type = 'application/json') => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) };
    const response = await fetch(new URL(path, url), {
      method,
      headers,
      ...(body !== undefined && { body, duplex: 'half' }),
    }).catch((cause: unknown) => {
      throw new Error(
        `The Earshot server (process ${pid}) at ${url} does not answer. Is it just starting or stopping?`,
        {
          cause,
        },
      );
    });
    if (response.ok) return (await response.json()) as T;
    const { message } = (await response.json().catch(() => ({}))) as { message?: string };
    throw new Error(message ?? `The Earshot server at ${url} answered ${response.status} to ${method} ${path}.`);
  };

  return {
    async receive({ name, modifiedAt, open, channel, mapping }) {
      const query = new URLSearchParams({ source: name, modifiedAt: modifiedAt.toISOString() });
      if (channel) query.set('channel', channel);
      if (mapping) query.set('mapping', JSON.stringify(mapping));
      const body = Readable.toWeb(Readable.from(open())) as ReadableStream;
      const answer = await ask<{ intakeId: number }>('POST', `/api/intakes?${query}`, body, 'application/octet-stream');
      return answer.intakeId;
    },
    intakeResult: (intakeId) => ask('GET', `/api/intakes/${intakeId}`),
    status: async () => {
      const status = await ask<Status>('GET', '/api/status');
      return { ...status, queues: status.queues.map((queue) => ({ ...queue, pausedAt: dateOf(queue.pausedAt) })) };
    },
    queues: {
      async failedJobs(limit) {
        const { failed } = await ask<{ failed: GivenUpJob[] }>('GET', `/api/queues?limit=${limit}`);
        return failed.map((job) => ({ ...job, failedAt: new Date(job.failedAt) }));
      },
      pause: () => ask('POST', '/api/queues/pause', '{}'),
      resume: () => ask('POST', '/api/queues/resume', '{}'),
      retry: async (ids) =>
        (await ask<{ retried: number }>('POST', '/api/queues/retry', JSON.stringify({ ids }))).retried,
    },
    async *failures() {
      for (let next: string | null = '/failures?'; next; ) {
        const page: { failures: KeptAside[]; next: string | null } = await ask('GET', `/api${next}&limit=1000`);
        yield* page.failures;
        next = page.next;
      }
    },
    replay: async (ids) =>
      (await ask<{ waiting: number }>('POST', '/api/failures/replay', JSON.stringify({ ids }))).waiting,
    correctedExamples: () => ask('GET', '/api/corrections'),
    reanalyse: async (seconds) =>
      ask('POST', '/api/reanalyse', JSON.stringify({ seconds, versions: await presentVersions(config) })),
    mineRelations: ({ day }) => ask('POST', '/api/nightly', JSON.stringify({ day })),
    deliveries: (query) => ask('GET', `/api${deliveriesHref(query)}`),
    replayDeliveries: async (ids) =>
      (await ask<{ waiting: number }>('POST', '/api/deliveries/replay', JSON.stringify({ ids }))).waiting,
    report: (day) => ask('GET', `/api/report${day === undefined ? '' : `?day=${day}`}`),
    people: openRemotePeople(ask),
    routing: openRemoteRouting(ask),
    teams: openRemoteTeams(ask),
    subscribers: {
      list: async () => (await ask<Subscribers>('GET', '/api/subscribers')).subscribers,
      change: async (way, email) => {
        const body = JSON.stringify({ email });
        return (await ask<{ changed: boolean }>('POST', `/api/subscribers/${way}`, body)).changed;
      },
    },
    signInLink: async () => (await ask<{ link: string }>('POST', '/api/sign-in-links', '{}')).link,
    close: async () => {},
  };
}

function dateOf(text: Date | string | null): Date | null {
  return text === null ? null : new Date(text);
}
