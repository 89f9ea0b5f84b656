import { chineseTopics } from '../fragments/chinese/topics.ts';
import type { TopicName } from '../fragments/topic.ts';
import type { Random } from '../random.ts';
import { once, praise, type Story, times, trouble } from './story.ts';

/** Texts in Chinese: about one in twelve. The two calls are written out in full (`fragments/chinese/manner.ts`). */
export const chineseCounts = { email: 15, call: 2, survey: 29 };

/** Deals the topics round, two in three as complaints where both can be said. */
export function chineseStories(random: Random): Story[] {
  const language = 'zh';
  const topics = Object.keys(chineseTopics) as TopicName[];
  const say = (place: number, shuffled: TopicName[]) => {
    const topic = shuffled[place % shuffled.length]!;
    const good = place % 3 === 2 || chineseTopics[topic]!.problem.length === 0;
    return good ? praise(topic) : trouble(topic);
  };
  const forMails = random.shuffle(topics.filter((topic) => topic !== 'goodValue'));
  const forAnswers = random.shuffle(topics);
  return [
    ...Array.from({ length: chineseCounts.email }, (_, at) => once('email', say(at, forMails), { language })),
    ...Array.from({ length: chineseCounts.survey }, (_, at) => once('survey', say(at, forAnswers), { language })),
    ...times(chineseCounts.call, once('call', [], { language })),
  ];
}
