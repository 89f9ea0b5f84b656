import { type AnswersPipeline, type AnswerTemplates, answerFields } from './answers-pipeline.ts';
import { checkFields } from './template/placeholders.ts';

/** @throws Error that names the template and what is wrong: an unknown topic, language or field, or a number. */
export function checkAnswers({ acknowledge, suggest }: AnswersPipeline, topics: ReadonlySet<string>): void {
  const { mostADay, freshHours } = acknowledge;
  if (!Number.isInteger(mostADay) || mostADay < 1) {
    throw new Error(`"mostADay" in pipelines/answers.ts is ${mostADay}; it should be a whole number of at least 1.`);
  }
  if (!(freshHours > 0))
    throw new Error(`"freshHours" in pipelines/answers.ts is ${freshHours}; it should be above 0.`);
  // Templates of another trade's topics are left alone while they are not used.
  if (acknowledge.on) checkTemplates('acknowledge', acknowledge.templates, topics);
  if (suggest.on) checkTemplates('suggest', suggest.templates, topics);
}

function checkTemplates(name: string, templates: AnswerTemplates, topics: ReadonlySet<string>): void {
  for (const [topic, words] of Object.entries(templates)) {
    const where = `"${name}" for "${topic}" in pipelines/answers.ts`;
    if (topic !== 'any' && !topics.has(topic))
      throw new Error(`${where} names a topic that the vocabulary does not have.`);
    for (const [language, text] of Object.entries(words)) {
      if (!/^[a-z]{2}$/.test(language))
        throw new Error(`${where} has the language "${language}"; it should be such as "en".`);
      checkFields(`${where} in "${language}"`, text, answerFields);
    }
  }
}
