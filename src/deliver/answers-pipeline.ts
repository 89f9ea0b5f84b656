/** What customers are written. By topic (a parent stands for all below it) or `any`, then by language: the words. */
export type AnswerTemplates = Record<string, Record<string, string>>;

/** What is said to customers, and when. Mails leave by the destination `customer` of `pipelines/delivery.ts`. */
export interface AnswersPipeline {
  /** Said by machine as soon as a complaint has come in by mail. */
  acknowledge: {
    on: boolean;
    /** Never more such mails to one address within 24 hours. */
    mostADay: number;
    /** A complaint that was received longer ago is no news to its writer: an import, say. */
    freshHours: number;
    templates: AnswerTemplates;
  };
  /** Shown at a case for a person to change and send. */
  suggest: { on: boolean; templates: AnswerTemplates };
}

/** What the words may speak of: nothing that is ours alone. */
export const answerFields = ['case.id', 'case.teamName', 'text.subject', 'text.receivedAt'] as const;
