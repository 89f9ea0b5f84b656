import type { HttpDestination } from '../../deliver/destination.ts';
import type { Outcome } from '../../deliver/outcome.ts';
import { signatureHeaders } from '../../deliver/signature.ts';
import type { HttpTemplate } from '../../deliver/template/http-template.ts';
import { type Answer, judgeAnswer } from '../../deliver/template/judge-answer.ts';
import { fillText } from '../../deliver/template/placeholders.ts';
import { post } from './post.ts';
import { BlockedTarget, type Lookup } from './resolve-target.ts';

/** Tells a program elsewhere, and judges its answer by the template. */
export async function sendHttp(
  { url, settings = {}, allowPrivate = false }: HttpDestination,
  template: HttpTemplate,
  { key, body, at }: { key: string; body: string; at: Date },
  { secret, timeoutSeconds, lookup }: { secret: string; timeoutSeconds: number; lookup?: Lookup },
): Promise<Outcome> {
  const values: Record<string, string> = {
    'event.key': key,
    secret,
    'secret.base64': Buffer.from(secret).toString('base64'),
  };
  const fill = (text: string, write: (value: string) => string = String) =>
    fillText(text, (field) => values[field] ?? write(String(settings[field.replace(/^setting\./, '')] ?? '')));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Earshot',
    ...Object.fromEntries(Object.entries(template.headers).map(([name, value]) => [name, fill(value)])),
    'idempotency-key': key,
    ...(template.signed && signatureHeaders({ id: key, body, at }, secret)),
  };
  const target = new URL(url.replace(/\/+$/, '') + fill(template.path, encodeURIComponent));
  const answer = await ask(target, {
    method: template.method,
    headers,
    body,
    timeoutSeconds,
    allowPrivate,
    ...(lookup && { lookup }),
  });
  return 'state' in answer ? answer : judgeAnswer(template, answer);
}

async function ask(target: URL, options: Parameters<typeof post>[1]): Promise<Answer | Outcome> {
  try {
    return await post(target, options);
  } catch (error) {
    const blocked = error instanceof BlockedTarget;
    return { state: 'refused', reason: reasonOf(error), permanent: blocked, ours: blocked };
  }
}

/** Node tells of a refused connection to several addresses in an error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
