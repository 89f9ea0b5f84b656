import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { type Channel, channels } from '../types.ts';
import type { Understood } from './understand.ts';

interface Options {
  channel?: Channel;
  json?: boolean;
}

export function analyseCommand(): Command {
  return new Command('analyse')
    .description('Show what Earshot makes of files, without touching any store.')
    .argument('<file...>', 'mails, transcripts, survey answers')
    .addOption(
      new Option('--channel <channel>', 'what the texts are, where content cannot tell').choices([...channels]),
    )
    .option('--json', 'print one object a text, a line each')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot analyse letter.eml\n  $ earshot analyse answers.csv --json | jq .analysis.categories',
    )
    .action(analyseFiles);
}

async function analyseFiles(paths: string[], { channel, json }: Options): Promise<void> {
  const { createUnderstanding, textsOf } = await import('./understand.ts');
  const understand = await createUnderstanding(readConfig());
  for await (const item of textsOf(paths, channel)) {
    try {
      if ('reason' in item) throw new Error(item.reason);
      const result = await understand(item);
      console.log(json ? JSON.stringify(result) : describe(result));
    } catch (error) {
      console.error(`${item.source}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
}

const grades = { '-2': 'very negative', '-1': 'negative', 0: 'neutral', 1: 'positive', 2: 'very positive' } as const;

function describe({ source, document, analysis, route }: Understood): string {
  const words = (start: number, end: number) => document.text.slice(start, end).replace(/\s+/g, ' ');
  const lines = [
    `${source} · ${document.channel} · ${document.language} · ${document.receivedAt.toISOString()}`,
    document.subject && `  Subject    ${document.subject}`,
    `  Sentiment  ${grades[analysis.sentiment.grade]} (${analysis.sentiment.score.toFixed(2)})`,
    ...analysis.categories.map(({ category, sentiment }) => {
      const evidence = analysis.mentions
        .filter((mention) => mention.polarity === 'affirmed' && isWithin(mention.category, category))
        .map((mention) => `“${words(mention.start, mention.end)}”`);
      return `  ${category.padEnd(34)} ${grades[sentiment.grade].padEnd(14)} ${[...new Set(evidence)].join(', ')}`;
    }),
    route && `  → ${route.team}, ${route.priority}, due ${route.dueAt.toISOString()}: ${route.because}`,
    !analysis.understood && `  No model reads the language "${document.language}": stored and counted, not analysed.`,
  ];
  return lines.filter(Boolean).join('\n');
}

function isWithin(category: string, parent: string): boolean {
  return category === parent || category.startsWith(`${parent}.`);
}
