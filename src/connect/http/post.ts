import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Answer } from '../../deliver/template/judge-answer.ts';
import { type Lookup, resolveTarget } from './resolve-target.ts';

export interface PostOptions {
  method: 'POST' | 'PUT';
  headers: Record<string, string>;
  body: string;
  /** For all of it: resolving, connecting, redirects, and the whole answer. */
  timeoutSeconds: number;
  /** Whether the place itself may be private; a redirect to another private place is blocked all the same. */
  allowPrivate: boolean;
  lookup?: Lookup;
}

const mostRedirects = 3;
/** Of an answer that never ends no more than this is read. */
const mostAnswerBytes = 256 * 1024;

/**
 * Sends a request. Redirects that keep the method (307, 308) are followed, each to an address that is checked anew;
 * without the headers that sign us in where they lead to another place.
 * @throws Error that says why there is no answer; BlockedTarget where it, or a redirect, leads into a private network.
 */
export async function post(url: URL, options: PostOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeoutSeconds * 1000);
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    const headers = target.origin === url.origin ? options.headers : withoutSecrets(options.headers);
    const { location, ...answer } = await once(
      target,
      { ...options, headers, allowPrivate: options.allowPrivate && target.hostname === url.hostname },
      signal,
    ).catch((error: unknown) => {
      throw signal.aborted
        ? new Error(`It did not answer within ${options.timeoutSeconds} s.`, { cause: error })
        : error;
    });
    if (location === null || redirects === mostRedirects || !URL.canParse(location, target)) return answer;
    target = new URL(location, target);
    if (target.protocol !== 'https:' && !(target.protocol === 'http:' && url.protocol === 'http:')) return answer;
  }
}

async function once(
  url: URL,
  options: PostOptions,
  signal: AbortSignal,
): Promise<Answer & { location: string | null }> {
  const { address, family } = await Promise.race([resolveTarget(url, options), aborted(signal)]);
  const { method, headers, body } = options;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      ...{ method, signal, agent: false },
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // The name stays in the Host header and in the certificate; the connection goes to the address that was checked.
      lookup: (_name, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
    });
    request.on('error', reject);
    request.on('response', async (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      const isRedirect = status === 307 || status === 308;
      try {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of response) {
          chunks.push(chunk as Buffer);
          size += (chunk as Buffer).length;
          if (size > mostAnswerBytes) break;
        }
        resolve({
          ...{ status, body: Buffer.concat(chunks).toString() },
          ...retryAfter(answered['retry-after']),
          location: isRedirect ? (answered.location ?? null) : null,
        });
      } catch (error) {
        reject(error);
      }
    });
    request.end(body);
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/authorization|cookie|token|key$/i.test(name) || /^idempotency-key$/i.test(name),
    ),
  );
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | undefined): { retryAfterSeconds?: number } {
  if (value === undefined) return {};
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
}
