import type { Outcome } from '../outcome.ts';
import type { HttpTemplate } from './http-template.ts';
import { type Json, valueAt } from './json.ts';

/** What a program elsewhere answered. */
export interface Answer {
  status: number;
  body: string;
  retryAfterSeconds?: number;
}

/** Refused for what it is and not for the moment: asking again would only repeat the answer (RFC 9110, 15.5). */
const hopeless = new Set([400, 405, 406, 410, 411, 413, 414, 415, 422, 431]);

/** Tells an answer of success from one of failure, also where a failure comes with the status of success. */
export function judgeAnswer({ succeeds, fails, reference }: HttpTemplate, answer: Answer): Outcome {
  const { status, retryAfterSeconds } = answer;
  const later = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status < 200 || status > 299) {
    return {
      state: 'refused',
      reason: `It answered ${status}.`,
      permanent: hopeless.has(status),
      ours: hopeless.has(status),
      ...later,
    };
  }
  const json = parse(answer.body);
  const failed = fails.find(({ path, is }) => fits(valueAt(json, path), is));
  const refused = (reason: string): Outcome => ({ state: 'refused', reason, permanent: false, ...later });
  if (failed) return refused(`It answered ${status}, but its answer says failure in "${failed.path}".`);
  if (!succeeds.status.includes(status)) {
    return refused(`It answered ${status}, where the template expects ${succeeds.status.join(' or ')}.`);
  }
  const missing = succeeds.holds.find((path) => valueAt(json, path) === undefined);
  if (missing) return refused(`It answered ${status}, but without "${missing}", which an answer of success holds.`);
  const number = reference === null ? undefined : valueAt(json, reference);
  return {
    state: 'sent',
    reference: typeof number === 'string' || typeof number === 'number' ? String(number).slice(0, 200) : null,
  };
}

/** Without a value to compare with, anything but nothing: no error is often written as null, false, "" or []. */
function fits(found: Json | undefined, is: Json | undefined): boolean {
  if (found === undefined) return false;
  if (is !== undefined) return JSON.stringify(found) === JSON.stringify(is);
  if (Array.isArray(found)) return found.length > 0;
  return Boolean(found) && JSON.stringify(found) !== '{}';
}

function parse(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    // Many webhooks answer "ok" or nothing; what must be held is then missing.
    return undefined;
  }
}
