import type { Logger } from 'pino';
import type { Rules } from '../../dashboards/views/rules.ts';
import type { TeamReport } from '../../dashboards/views/team-report.ts';
import type { AnswersPipeline } from '../deliver/answers-pipeline.ts';
import type { Actor } from '../people/user.ts';
import type { IntakePipeline, QualityPipeline, Routing } from '../pipeline.ts';
import type { QueueDesk } from '../queue/desk.ts';
import type { Database } from '../store/database.ts';
import type { Destinations } from '../store/deliveries/announce.ts';
import type { NameVerdict } from '../types/findings.ts';
import type { MorningReport } from '../types/report.ts';
import type { Channel, Correction, Facet, SurveyMapping, Taxonomy } from '../types.ts';

/** A file on its way in. */
export interface IncomingFile {
  /** For people; never used as a path. */
  name: string;
  modifiedAt: Date;
  stream: AsyncIterable<Uint8Array>;
  /** Null to tell it from the content. */
  channel: Channel | null;
  mapping: SurveyMapping | null;
}

/** What a night did. Days are null where the store was empty, or the whole of it was looked at. */
export interface MinedNight {
  runId: number;
  day: string | null;
  fromDay: string | null;
  documents: number;
  relations: number;
  /** Categories that moved beyond chance, on the day or in the week up to it. */
  moved: number;
}

/** What a person says of a category of a text; `sentence` is an index into its sentences, null for the text as a whole. */
export interface CorrectionRequest extends Pick<Correction, 'category' | 'verdict'> {
  documentId: number;
  actor: Actor;
  sentence: number | null;
}

/** What the pages set going but do not do themselves. */
export interface IntakeWork {
  /** Takes in one file; resolves when every text of it is stored and queued. */
  receive(file: IncomingFile): Promise<{ intakeId: number }>;
  /** Lets a person's word on a category of a text hold, or says what stands against it. */
  correct(request: CorrectionRequest): Promise<'corrected' | 'missing' | 'unread' | 'no sentence'>;
  /** What people said of texts, as examples to learn from. */
  correctedExamples(): Promise<{ text: string; labels: string[] }[]>;
  /** Reads what was kept aside once more. @returns how many texts wait now. */
  replay(ids: string[] | 'all'): Promise<{ waiting: number }>;
  /** The morning report of a day, or of the latest; null where no night was run for it. */
  readReport(day?: string): Promise<MorningReport | null>;
  /** Analyses for some seconds texts anew that other versions have analysed; 0 only tells how many are left. */
  reanalyse(seconds: number): Promise<{ analysed: number; lost: number; left: number }>;
  /** Runs the night of a day; left out, of the day of the latest text. */
  mineNow(day?: string): Promise<MinedNight>;
}

/** What people add to the vocabulary; each says what is wrong with a request, in words. */
export interface VocabularyWork {
  learnCategory(request: {
    name: string;
    facet: Facet;
    parent: string | null;
    cues: string[];
    origin: string | null;
    actor: Actor;
  }): Promise<{ id: string } | { problem: string }>;
  learnName(request: {
    name: string;
    verdict: NameVerdict;
    actor: Actor;
  }): Promise<{ id: string } | { problem: string }>;
}

/** Everything that the pages and the API need. */
export interface Services {
  database: Database;
  taxonomy: Taxonomy;
  /** Of the present models and vocabularies, by name. */
  versions: Record<string, string>;
  /** The rules with the departments as last read. */
  readonly routing: Routing;
  /** What the rules do with so many of the latest texts, and what is wrong with them or their teams. */
  checkRules(texts: number): Promise<Rules>;
  /** How teams and people did with the cases opened between two days; `teams` null for all. */
  readTeamReport(asked: { fromDay: string; toDay: string; teams: string[] | null }): Promise<TeamReport['rows']>;
  /** Reads the departments again, where somebody may have changed them; left out where nobody can. */
  refreshRouting?(): Promise<void>;
  /** Where cases go besides the pages. */
  destinations: Destinations;
  /** The words that people are offered to answer with. */
  suggest: AnswersPipeline['suggest'];
  /** Lowest score of each grade, to say of a mean what it amounts to. */
  grades: IntakePipeline['grades'];
  /** How intervals are drawn and what mistakes cost. */
  quality: QualityPipeline;
  /** The folder where files are dropped, as people are told. */
  inbox: string;
  /** The address that the server listens on; its name is one by which browsers may call it. */
  host: string;
  now(): Date;
  log: Logger;
  /** Whether a mail server is set. */
  sendsMail?: boolean;
  /** What the command line proves itself with. */
  localToken: string;
  intake: IntakeWork;
  vocabulary: VocabularyWork;
  queues: QueueDesk;
}
