import type { IntakePipeline } from '../pipeline.ts';
import { createTokenizer, type Tokenizer } from '../text/tokenize.ts';
import type { AnalysedSentence, Analysis, Document, Mention, Token, TokenizedSentence } from '../types.ts';
import { createRollUp, type RollUp } from './categories.ts';
import { settleCompetitors } from './competitor.ts';
import { findComplaint } from './complaint.ts';
import { type CueMatch, type CueMatcher, createCueMatcher } from './cues/matcher.ts';
import { blendSentences, readClauses } from './feeling.ts';
import { gradeSentiment } from './grade.ts';
import type { Models } from './models.ts';
import { createSentimentScorer, type SentimentScorer } from './sentiment/scorer.ts';
import type { Sighting } from './sighting.ts';

/**
 * Document → Analysis, a batch at a time: sentences, the categories each names with the words that were the evidence, how
 * sentence, category and text feel, and whether the text complains. Only the words of those to whom the pipeline listens
 * count: what an agent says gives neither sentences nor mentions. A text in a language that no model reads comes back with
 * `understood` false, and with no guess about it.
 * What trained models, and likeness to examples, see in the documents, in order, counts beside what the vocabulary finds.
 */
export function createAnalyser(
  models: Models,
  pipeline: IntakePipeline,
): (documents: Document[], sightings?: Sighting[][]) => Analysis[] {
  const en = createSentimentScorer('en', models.sentiment.en);
  const zh = createSentimentScorer('zh', models.sentiment.zh);
  // How a word feels by itself is for the lexicon to say: a lean is of words together.
  const word = createSentimentScorer('en', { lexicon: models.sentiment.en.lexicon });
  const feelings = { en: (token: Token) => word([token]), zh: (token: Token) => zh([token]) };
  const analyser: Analyser = {
    pipeline,
    tokenize: createTokenizer(),
    match: createCueMatcher(models.taxonomy, feelings),
    scorers: { en, zh },
    rollUp: createRollUp(models.taxonomy, pipeline.grades),
    facets: new Map(models.taxonomy.categories.map(({ id, facet }) => [id, facet])),
    versions: models.versions,
  };
  return (documents, sightings) => documents.map((document, at) => analyse(analyser, document, sightings?.[at] ?? []));
}

interface Analyser {
  pipeline: IntakePipeline;
  tokenize: Tokenizer;
  match: CueMatcher;
  scorers: Record<string, SentimentScorer>;
  rollUp: RollUp;
  facets: Map<string, Analysis['categories'][number]['facet']>;
  versions: Record<string, string>;
}

function analyse(analyser: Analyser, document: Document, sightings: Sighting[]): Analysis {
  const { pipeline, facets } = analyser;
  const read = readDocument(analyser, document);
  const own = analyser.scorers[document.language];
  if (!read || !own) return notUnderstood(analyser);
  const sentences: AnalysedSentence[] = [];
  const found: Mention[] = [];
  for (const { sentence, utterance } of read) {
    const { start, end, tokens } = sentence;
    const score = isEnglishWithin(document.language, tokens) ? analyser.scorers.en! : own;
    const whole = score(tokens);
    sentences.push({ start, end, utterance, sentiment: gradeSentiment(round(whole), pipeline.grades) });
    const matches = analyser.match(document.text, sentence, document.language);
    if (matches.length > 0) addMentions(matches, sentences.length - 1, readClauses(tokens, score, whole), found);
  }
  if (sentences.length > 0) found.push(...sightings.map((sighting) => placed(sighting, sentences)));
  const facetOf = (category: string) => facets.get(category);
  const mentions = settleCompetitors(document.text, found, facetOf);
  const sentiment = round(blendSentences(sentences.map((sentence) => sentence.sentiment.score)));
  const complaint = findComplaint({ text: document.text, sentences, mentions, sentiment }, pipeline.complaint, facetOf);
  if (complaint && facets.has(complaint.category)) mentions.push(complaint);
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    sentences,
    mentions,
    categories: analyser.rollUp(mentions),
    sentiment: gradeSentiment(sentiment, pipeline.grades),
    understood: true,
    versions: analyser.versions,
  };
}

const han = /\p{Script=Han}/u;

/** A sentence without one Chinese character in a Chinese text: customers who write both write it in English. */
function isEnglishWithin(language: string, tokens: readonly Token[]): boolean {
  return language === 'zh' && tokens.length > 2 && !tokens.some(({ text }) => han.test(text));
}

function notUnderstood({ pipeline, versions }: Analyser): Analysis {
  const sentiment = gradeSentiment(0, pipeline.grades);
  return { sentences: [], mentions: [], categories: [], sentiment, understood: false, versions };
}

type ReadSentence = { sentence: TokenizedSentence; utterance: number | null };

/** The sentences of those to whom the pipeline listens; null where no model reads the language. */
function readDocument(
  { tokenize, pipeline }: Analyser,
  { text, utterances, language }: Document,
): ReadSentence[] | null {
  if (utterances.length === 0) {
    return tokenize(text, language)?.map((sentence) => ({ sentence, utterance: null })) ?? null;
  }
  const read: ReadSentence[] = [];
  for (const [utterance, { role, start, end }] of utterances.entries()) {
    const sentences = tokenize(pipeline.listenTo.includes(role) ? text.slice(start, end) : '', language);
    if (!sentences) return null;
    for (const sentence of sentences) read.push({ sentence: shift(sentence, start), utterance });
  }
  return read;
}

/** Offsets within an utterance become offsets within the text. */
function shift(sentence: TokenizedSentence, by: number): TokenizedSentence {
  if (by === 0) return sentence;
  for (const token of sentence.tokens) {
    token.start += by;
    token.end += by;
  }
  return { start: sentence.start + by, end: sentence.end + by, tokens: sentence.tokens };
}

/** Feels as the sentence does that it stands in, and as the mean of all where it is the text as a whole. */
function placed(sighting: Sighting, sentences: readonly AnalysedSentence[]): Mention {
  const { category, start, end, score, by, polarity = 'affirmed' } = sighting;
  const place = sentences.findIndex((sentence) => sentence.start < end && start < sentence.end);
  const sentiment = sentences[place]?.sentiment.score ?? blendSentences(sentences.map((one) => one.sentiment.score));
  const at = { sentence: Math.max(0, place), start, end };
  return { ...at, category, polarity, sentiment: round(sentiment), score: round(score), by };
}

function addMentions(
  matches: readonly CueMatch[],
  sentence: number,
  feelingAt: (index: number) => number,
  into: Mention[],
) {
  for (const { category, cue, start, end, first, polarity } of matches) {
    const sentiment = round(feelingAt(first));
    into.push({ sentence, start, end, category: category.id, polarity, sentiment, score: 1, by: `cue:${cue}` });
  }
}

/** Four digits carry all that a score means. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
