import { type Static, Type } from '@sinclair/typebox';
import { type CaseAction, caseActions } from '../../cases/actions.ts';
import { changeCase } from '../../store/cases/change-case.ts';
import { editCase } from '../../store/cases/edit-case.ts';
import type { CaseOutcome } from '../../store/cases/lock-case.ts';
import { mergeCases } from '../../store/cases/merge-cases.ts';
import { splitCase } from '../../store/cases/split-case.ts';
import { teamMembers } from '../../store/people/people-of.ts';
import { findCase } from '../../store/read/find-case.ts';
import { checkTeam } from '../access/check-access.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { findTeam } from '../team.ts';
import { notFound, UserError } from '../user-error.ts';

/** Everything that can be done with a case. */
export const caseDeeds = [...caseActions, 'note', 'own', 'due', 'tag', 'merge', 'split'] as const;
export type CaseDeed = (typeof caseDeeds)[number];

const number = (description: string) => Type.Optional(Type.Integer({ minimum: 1, description }));

export const CaseActionBody = Type.Object(
  {
    version: number('Of the case as you saw it; refused where it was changed since'),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    team: Type.Optional(Type.String({ description: 'reassign: the department that it goes to' })),
    answer: Type.Optional(Type.String({ maxLength: 20_000, description: 'answer: what is sent to the customer' })),
    owner: Type.Optional(Type.String({ pattern: '^[0-9]{0,15}$', description: 'own: a user; empty for nobody' })),
    dueAt: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}',
        description: 'due: such as 2026-03-31T17:00, UTC',
      }),
    ),
    tags: Type.Optional(Type.String({ maxLength: 500, description: 'tag: all tags, apart by commas' })),
    into: number('merge: the case that its texts go to'),
    text: number('split: the text that gets a case of its own'),
  },
  { additionalProperties: false },
);

interface Deed {
  caseId: number;
  action: CaseDeed;
  body: Static<typeof CaseActionBody>;
  viewer: Viewer;
}

/** Does it. @throws UserError where something that it needs is missing or makes no sense. */
export async function doToCase(services: Services, { caseId, action, body, viewer }: Deed): Promise<CaseOutcome> {
  const { database, destinations, now } = services;
  const { version = null, note = '' } = body;
  const by = { caseId, version, note: note.trim(), actor: viewer.name, userId: viewer.userId };
  switch (action) {
    case 'note':
      if (by.note === '') throw new UserError(400, 'Write what is to be noted.');
      return editCase(database, by, now());
    case 'own':
      return editCase(database, { ...by, owner: await readOwner(services, caseId, body.owner) }, now());
    case 'due':
      return editCase(database, { ...by, dueAt: readDueAt(body.dueAt) }, now());
    case 'tag':
      return editCase(database, { ...by, tags: readTags(body.tags) }, now());
    case 'merge':
      return mergeCases(database, { ...by, into: await readTarget(services, viewer, body.into) }, now());
    case 'split':
      if (body.text === undefined) throw new UserError(400, 'Say which text gets a case of its own.');
      return splitCase(database, { ...by, documentId: body.text }, now(), destinations);
    default: {
      const answer = action === 'answer' && body.answer?.trim() ? { answer: body.answer.trim() } : {};
      const team = readTeam(services, action, body.team);
      return changeCase(database, { ...by, ...answer, action, team }, now(), destinations);
    }
  }
}

function readTeam({ routing }: Services, action: CaseAction, team: string | undefined): string | null {
  if (action !== 'reassign') return null;
  if (team !== undefined && findTeam(routing, team)) return team;
  throw new UserError(400, `Say which department it goes to: one of ${Object.keys(routing.teams).join(', ')}.`);
}

async function readOwner(
  { database }: Services,
  caseId: number,
  owner = '',
): Promise<{ userId: number | null; name: string }> {
  if (owner === '') return { userId: null, name: '' };
  const team = (await findCase(database, caseId))?.team ?? '';
  const member = (await teamMembers(database, team)).find(({ userId }) => userId === Number(owner));
  if (member) return { userId: member.userId, name: member.name };
  throw new UserError(400, 'Whoever looks after a case is a member of its department.');
}

function readDueAt(text = ''): Date {
  const at = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(at.getTime()) && at.getUTCFullYear() > 2000) return at;
  throw new UserError(400, `"dueAt" is "${text}"; it should be such as 2026-03-31T17:00, in UTC.`);
}

function readTags(text = ''): string[] {
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (tags.length <= 20 && tags.every((tag) => tag.length <= 50)) return [...new Set(tags)];
  throw new UserError(400, 'A case has up to 20 tags of up to 50 letters each, apart by commas.');
}

/** Whoever does not see every team must not move texts to where they cannot look. */
async function readTarget({ database }: Services, viewer: Viewer, into: number | undefined): Promise<number> {
  if (into === undefined) throw new UserError(400, 'Say which case its texts go to, by its number.');
  const target = await findCase(database, into);
  if (!target) throw notFound(`case ${into}`, 'The page "Departments" leads to all cases.');
  checkTeam(viewer, target.team);
  return into;
}
