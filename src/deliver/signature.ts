import { createHmac } from 'node:crypto';

/**
 * Headers by which a receiver tells that a message is ours, unchanged, and new: HMAC-SHA256 over id, time and body as
 * Standard Webhooks has it (standardwebhooks.com).
 * @param secret `whsec_` and base64, or any other text, whose bytes are then the key.
 */
export function signatureHeaders(
  { id, body, at }: { id: string; body: string; at: Date },
  secret: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
