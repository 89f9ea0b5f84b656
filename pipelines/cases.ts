import type { CasesPipeline } from '../src/cases/cases-pipeline.ts';

/** Which complaints become one case, and who learns when a case is late. */
export const cases = {
  // A complaint joins an unclosed case of its conversation, or of its customer about the same topic within two weeks.
  together: { thread: true, sameTopicDays: 14 },
  // Told by every destination of pipelines/delivery.ts that tells "escalated"; each step once.
  escalation: {
    on: true,
    // What was late a week before its text was even brought in is an import, and nobody is alarmed.
    backlogDays: 7,
    first: 'due soon',
    steps: {
      'due soon': { hours: -1, to: 'member', words: 'The case is due within the hour', then: 'overdue' },
      overdue: { hours: 0, to: 'lead', words: 'The case is overdue', then: 'long overdue' },
      'long overdue': { hours: 24, to: 'manager', words: 'The case has been overdue for a day' },
    },
  },
} satisfies CasesPipeline;
