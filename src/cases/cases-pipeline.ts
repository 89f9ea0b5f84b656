/** Which complaints become one case, and who learns when a case is late. */
export interface CasesPipeline {
  together: Together;
  escalation: Escalation;
}

/** A complaint joins a case that is not closed instead of opening another. */
export interface Together {
  /** Of the same conversation, such as a mail that answers an earlier one. */
  thread: boolean;
  /** Of the same customer about the same topic, received within so many days of each other; 0 for never. */
  sameTopicDays: number;
}

/** Steps by name, told one after the other. */
export interface Escalation {
  on: boolean;
  /** A case opened so many days after a step was due is history, such as an import, and the step is not told. */
  backlogDays: number;
  first: string;
  steps: Record<string, EscalationStep>;
}

export interface EscalationStep {
  /** Hours from when the case is due; below 0 before it. */
  hours: number;
  to: 'member' | 'lead' | 'manager';
  /** What it says, in a sentence without its full stop. */
  words: string;
  /** The step after it; left out for the last. */
  then?: string;
}
