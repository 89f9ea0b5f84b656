import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, packageRoot } from '../config.ts';
import { checkDelivery } from '../deliver/check-delivery.ts';
import type { DeliveryPipeline } from '../deliver/destination.ts';
import type { Courier } from '../deliver/parcel.ts';
import type { HttpTemplate } from '../deliver/template/http-template.ts';
import type { Routing } from '../pipeline.ts';
import type { Lookup } from './http/resolve-target.ts';
import { sendHttp } from './http/send-http.ts';
import { openMailer } from './mail/open-mailer.ts';
import { sendMail } from './mail/send-mail.ts';

/** The way out of the house. */
export interface Post {
  send: Courier;
  /** How each destination that is told by HTTP is told, by its name. */
  templates: ReadonlyMap<string, HttpTemplate>;
  /** The address that mails come from; null where none are sent. */
  mailFrom: string | null;
}

export interface PostSettings {
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'secrets'>;
  delivery: DeliveryPipeline;
  routing: Pick<Routing, 'teams'>;
  /** Finds the addresses of names; the system's own unless told. */
  lookup?: Lookup;
}

/** Opens the way out. @throws Error that lists every mistake of pipelines/delivery.ts and of the settings it needs. */
export function openPost({ config, delivery, routing, lookup }: PostSettings): Post {
  const { smtpUrl, mailFrom, secrets } = config;
  const mailer =
    smtpUrl && mailFrom ? openMailer({ url: smtpUrl, from: mailFrom, timeoutSeconds: delivery.timeoutSeconds }) : null;
  const secret = (name: string) => secrets[name] ?? null;
  const templates = checkDelivery(delivery, routing, { templateText, secret, hasMail: mailer !== null });
  return {
    ...{ templates, mailFrom: mailer?.from ?? null },
    async send(parcel, at) {
      if ('mail' in parcel.payload) return sendMail(mailer, parcel.key, parcel.payload.mail);
      const destination = delivery.destinations[parcel.destination];
      const template = templates.get(parcel.destination);
      if (destination?.by !== 'http' || !template) {
        return { state: 'refused', reason: 'The destination is no more, or is off.', permanent: false, ours: true };
      }
      const { body } = parcel.payload;
      return sendHttp(
        destination,
        template,
        { key: parcel.key, body, at },
        {
          timeoutSeconds: delivery.timeoutSeconds,
          secret: destination.secret === null ? '' : (secret(destination.secret) ?? ''),
          ...(lookup && { lookup }),
        },
      );
    },
  };
}

function templateText(name: string): string | null {
  const file = join(packageRoot, 'pipelines', 'http', `${name}.json`);
  return /^[a-z0-9-]+$/.test(name) && existsSync(file) ? readFileSync(file, 'utf8') : null;
}
