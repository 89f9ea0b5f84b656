import type { AnswerTemplates } from './answers-pipeline.ts';

/**
 * The words for a topic in a language: of the topic itself, else of its nearest parent, else of `any`. Null where there
 * are none in the language: a guess in another would be worse than silence.
 */
export function chooseAnswer(templates: AnswerTemplates, topic: string | null, language: string): string | null {
  const parts = topic === null ? [] : topic.split('.');
  const ids = [...parts.map((_, at) => parts.slice(0, parts.length - at).join('.')), 'any'];
  for (const id of ids) {
    const words = Object.hasOwn(templates, id) ? templates[id] : undefined;
    if (words && Object.hasOwn(words, language)) return words[language] ?? null;
  }
  return null;
}
