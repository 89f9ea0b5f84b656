import type { CaseView } from '../../../dashboards/views/departments.ts';
import type { answerFields } from '../../deliver/answers-pipeline.ts';
import { chooseAnswer } from '../../deliver/choose-answer.ts';
import { fillText } from '../../deliver/template/placeholders.ts';
import { type CaseText, caseTexts } from '../../store/cases/case-texts.ts';
import type { Queryable } from '../../store/database.ts';
import { caseDeliveries } from '../../store/deliveries/list-deliveries.ts';
import { findUser } from '../../store/people/find-user.ts';
import { teamMembers } from '../../store/people/people-of.ts';
import type { Case } from '../../types.ts';
import { caseHref, textHref } from '../links.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';
import { deliveryRow } from './deliveries.ts';
import { titleOf } from './rows.ts';

type Parts = Pick<
  CaseView,
  'suggestion' | 'sendsAnswers' | 'version' | 'owner' | 'members' | 'tags' | 'mergedInto' | 'texts' | 'deliveries'
>;

const whys: Record<CaseText['because'], string> = {
  opened: 'Opened the case',
  thread: 'Of the same conversation',
  topic: 'Of the same customer about the same',
  merged: 'Came with another case',
  split: 'Split off another case',
};

/** Who looks after a case, its complaints, and what was told of it. */
export async function caseParts(tx: Queryable, found: Case, services: Services): Promise<Parts> {
  const { routing, destinations } = services;
  const owner = found.ownerId === null ? null : await findUser(tx, found.ownerId);
  const members = await teamMembers(tx, found.team);
  const texts = await caseTexts(tx, found.id);
  const deliveries = await caseDeliveries(tx, found.id);
  return {
    suggestion: suggestionFor(found, texts[0], services),
    sendsAnswers: Object.values(destinations).some(
      ({ on, by, tells }) => on && by === 'customer' && tells.includes('answered'),
    ),
    version: found.version,
    owner: owner?.name ?? null,
    members: members.map(({ userId, name }) => ({ userId, name })),
    tags: found.tags,
    mergedInto: found.mergedInto === null ? null : { id: found.mergedInto, href: caseHref(found.mergedInto) },
    texts: texts.map((text) => ({
      ...{ id: text.id, href: textHref(text.id), title: titleOf(text), because: whys[text.because] },
      receivedAt: text.receivedAt.toISOString(),
      route: `${teamName(routing, text.route.team)}: ${text.route.because}`,
    })),
    deliveries: deliveries.map(deliveryRow),
  };
}

/** Words to answer the first complaint with, by its topic and in its language; null where none are offered. */
function suggestionFor(found: Case, text: CaseText | undefined, { suggest, routing }: Services): string | null {
  const template = suggest.on && text ? chooseAnswer(suggest.templates, text.topic, text.language) : null;
  if (template === null || !text) return null;
  const words: Record<(typeof answerFields)[number], string | number> = {
    'case.id': found.id,
    'case.teamName': teamName(routing, found.team),
    'text.subject': text.subject ?? '',
    'text.receivedAt': text.receivedAt.toISOString().slice(0, 10),
  };
  return fillText(template, (field) => words[field as keyof typeof words] ?? '');
}
