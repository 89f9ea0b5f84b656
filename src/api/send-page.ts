import type { FastifyReply } from 'fastify';
import type { Html } from '../../dashboards/html.ts';

/** Sends a page; it holds customers' words, so no cache keeps it. */
export function sendPage(reply: FastifyReply, page: Html): void {
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.toString());
}
