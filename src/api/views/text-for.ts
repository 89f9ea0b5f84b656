import type { FastifyRequest } from 'fastify';
import type { TextView } from '../../../dashboards/views/texts.ts';
import { may } from '../../people/permissions.ts';
import { seesTeam, type Viewer, worksFor } from '../access/viewer.ts';
import { viewerOf } from '../identity.ts';
import { maskView } from '../personal/mask-view.ts';
import type { Services } from '../services.ts';
import { UserError } from '../user-error.ts';
import { textView } from './text.ts';

/** One text for whoever may see it: every text for those who read texts, else those of cases that they see. @throws UserError */
export async function textViewFor(services: Services, viewer: Viewer, id: number, asked: string[]): Promise<TextView> {
  const view = await textView(services, id, asked);
  if (may(viewer.role, 'texts') || (view.case && seesTeam(viewer, view.case.team))) return view;
  throw new UserError(403, 'This text is of no case of your departments.');
}

/** Whether the viewer works the text's case, and so needs what it tells of a person. */
export function worksOn(view: TextView, viewer: Viewer): boolean {
  return view.case !== null && worksFor(viewer, view.case.team);
}

/** The text as an answer to a change of it. @throws UserError */
export async function textAsSeen(
  services: Services,
  request: FastifyRequest,
  id: number,
  asked: string[],
): Promise<TextView> {
  const viewer = viewerOf(request);
  const view = await textViewFor(services, viewer, id, asked);
  if (request.identity === 'command line' || worksOn(view, viewer)) return view;
  return { ...maskView(view), masked: true };
}
