import type { IntakePipeline } from '../pipeline.ts';
import type { Document, Format, RawText } from '../types.ts';
import { parseCallJson } from './call/parse-call-json.ts';
import { parseCaptions } from './call/parse-captions.ts';
import { parseDialogue } from './call/parse-dialogue.ts';
import { parseEmail } from './email/parse-email.ts';
import { parsePlain } from './parse-plain.ts';
import { parseSurvey } from './survey/parse-survey.ts';

type Parse = (raw: RawText, cleaning: IntakePipeline['cleaning']) => Document | Promise<Document>;

const parsers: Record<Format, Parse> = {
  eml: parseEmail,
  vtt: parseCaptions,
  srt: parseCaptions,
  'contact-lens': parseCallJson,
  dialogue: parseDialogue,
  csv: parseSurvey,
  tsv: parseSurvey,
  jsonl: parseSurvey,
  plain: parsePlain,
};

/**
 * Reads the bytes of one text as a Document.
 * @throws Error whose message tells a person why the text cannot be read.
 */
export async function parseText(raw: RawText, cleaning: IntakePipeline['cleaning']): Promise<Document> {
  return parsers[raw.format](raw, cleaning);
}
