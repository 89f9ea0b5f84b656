import type { FastifyRequest } from 'fastify';
import type { Frame } from '../../dashboards/layout.ts';
import { permissionsOf } from '../people/permissions.ts';

/** What stands around a page for whoever asks: their name, and the pages that they may open. */
export function frameFor({ viewer, stale }: FastifyRequest, frame: Frame): Frame {
  if (!viewer) return frame;
  const name = viewer.userId === null ? null : viewer.name;
  return { ...frame, stale, viewer: { name, role: viewer.role, may: permissionsOf(viewer.role) } };
}
