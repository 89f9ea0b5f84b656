import type { CaseState } from '../types.ts';

/** What changes the state of a case. */
export const caseActions = ['accept', 'answer', 'close', 'reopen', 'reassign'] as const;
export type CaseAction = (typeof caseActions)[number];

interface Rule {
  from: CaseState[];
  to: CaseState;
  /** As the history has it. */
  event: 'accepted' | 'answered' | 'closed' | 'reopened' | 'reassigned';
}

export const caseRules: Record<CaseAction, Rule> = {
  accept: { from: ['open'], to: 'accepted', event: 'accepted' },
  answer: { from: ['open', 'accepted', 'answered'], to: 'answered', event: 'answered' },
  close: { from: ['open', 'accepted', 'answered'], to: 'closed', event: 'closed' },
  reopen: { from: ['closed', 'answered'], to: 'open', event: 'reopened' },
  // Its new department has not accepted it.
  reassign: { from: ['open', 'accepted', 'answered'], to: 'open', event: 'reassigned' },
};

/** What can be done with a case in this state. A case whose complaints went to another is done with. */
export function actionsIn(state: CaseState, mergedInto: number | null = null): CaseAction[] {
  return mergedInto === null ? caseActions.filter((action) => caseRules[action].from.includes(state)) : [];
}
