import { Command, InvalidArgumentError, Option } from 'commander';
import { quality } from '../../../pipelines/quality.ts';
import { training } from '../../../pipelines/training.ts';
import { readConfig } from '../../config.ts';
import { type CurvePoint, costAt, costCurve } from '../../route/learned/cost-curve.ts';
import { judgeTeams, type RoutingQuality } from '../../route/learned/judge-teams.ts';
import type { JudgedRoute } from '../../route/learned/judged-route.ts';
import { openEngine } from '../engine.ts';
import { startProgress } from '../progress.ts';
import { embeddingOption, openEmbeddings } from './embedding-option.ts';
import { type History, type HistoryOptions, historyOptions, readHistory } from './history.ts';

interface Options extends HistoryOptions {
  misroute: number;
  look: number;
  threshold?: number;
  embeddings: boolean;
  json?: boolean;
}

export function backtestCommand(): Command {
  const { misroute, look } = quality.routing.costs;
  const command = new Command('backtest')
    .description(
      'Replay history forward in time: what would have gone by itself, how much of it to the right department, at which cost.',
    )
    .addOption(costOption('--misroute <cost>', 'what a complaint at a wrong department costs', misroute))
    .addOption(costOption('--look <cost>', 'what a person who looks at a complaint costs, in the same unit', look))
    .option(
      '--threshold <score>',
      'route by itself from this score on, instead of from that of least cost',
      scoreOption,
    )
    .addOption(embeddingOption())
    .option('--json', 'print one object');
  for (const option of historyOptions()) command.addOption(option);
  return command
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  $ earshot routing backtest --data history.csv --text text --label department\n' +
        '  $ earshot routing backtest --from 2026-01-01 --to 2026-03-31 --misroute 20 --look 2 --json',
    )
    .action(runBacktest);
}

async function runBacktest(options: Options): Promise<void> {
  const config = readConfig();
  const engine = options.data === undefined ? await openEngine(config, { work: false }) : null;
  const progress = startProgress('Replaying', 'parts');
  try {
    const history = await readHistory(options, async () => engine!.routing);
    const { replayHistory } = await import('../../workers/routing/learn-routing.ts');
    const judged = await replayHistory(history.complaints, {
      ...{ training, quality, source: history.source },
      embedder: await openEmbeddings(options.embeddings, config.dataDir),
      onProgress: (done, of) => progress.update(done, of),
    });
    progress.stop();
    const outcome = summarise(judged, history, options);
    console.log(options.json ? JSON.stringify(outcome) : describe(outcome, history));
  } finally {
    progress.stop();
    await engine?.close();
  }
}

interface Outcome extends RoutingQuality {
  costs: { misroute: number; look: number };
  /** What comes of the threshold, and of routing nothing by itself. */
  point: Omit<CurvePoint, 'threshold'>;
  threshold: number | null;
  manualCost: number;
  /** Share of all that goes by itself where nine in ten, or 95 in a hundred, of those are right. */
  shareAt: { accuracy: number; share: number }[];
  /** Where they were first sent: how many stayed; null where history does not tell. */
  asRouted: { complaints: number; stayed: number } | null;
}

function summarise(judged: JudgedRoute[], history: History, options: Options): Outcome {
  const costs = { misroute: options.misroute, look: options.look };
  const { best, points } = costCurve(judged, costs, quality.confidence);
  const { threshold, ...point } =
    options.threshold === undefined ? best : costAt(judged, options.threshold, costs, quality.confidence);
  const replayed = history.complaints.slice(-judged.length);
  const stayed = replayed.filter(({ team, routedTeam }) => team === routedTeam).length;
  return {
    ...judgeTeams(judged, threshold, quality.confidence),
    ...{ costs, point, threshold: Number.isFinite(threshold) ? threshold : null, manualCost: options.look },
    shareAt: [0.9, 0.95].map((accuracy) => ({
      accuracy,
      share: Math.max(
        0,
        ...points.filter(({ errors, routed }) => routed > 0 && 1 - errors.share >= accuracy).map(({ share }) => share),
      ),
    })),
    asRouted: history.tellsRouting ? { complaints: replayed.length, stayed } : null,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function describe(outcome: Outcome, { skipped }: History): string {
  const { complaints, routed, right, wrong, triage, triageHelped, point, threshold, manualCost, costs, teams } =
    outcome;
  const saved = (manualCost - point.cost) * complaints;
  const lines = [
    `${complaints} complaints replayed, each judged by what was learned from those before it. ${skipped}`,
    threshold === null
      ? 'Nothing would have gone by itself: a person who looks costs less than the mistakes.'
      : `From a score of ${threshold.toFixed(3)} on, ${routed} (${percent(point.share)}) would have gone by themselves: ${right} rightly, ` +
        `${wrong} wrongly (${percent(point.errors.share)}; with ${percent(quality.confidence)} ${percent(point.errors.lower)} to ${percent(point.errors.upper)}).`,
    `${triage} would have waited for a person; ${triageHelped} of them with the right department among the three shown.`,
    `At ${costs.misroute} for a misroute and ${costs.look} for a look: ${point.cost.toFixed(2)} a complaint, ${saved.toFixed(0)} less than looking at all.`,
    ...outcome.shareAt.map(
      ({ accuracy, share }) => `At ${percent(accuracy)} right of what goes by itself: ${percent(share)} go.`,
    ),
    ...(outcome.asRouted
      ? [
          `As they were routed, ${outcome.asRouted.stayed} of ${outcome.asRouted.complaints} stayed where they were first sent.`,
        ]
      : []),
    '',
    'department: complaints, sent to it, of those rightly',
    ...teams.map(
      ({ team, complaints: own, routed: sent, right: hits, precision }) =>
        `  ${team}: ${own}, ${sent}, ${hits}${precision ? ` (${percent(precision.share)})` : ''}`,
    ),
    ...(outcome.confusions.length > 0 ? ['', 'the commonest mistakes'] : []),
    ...outcome.confusions.slice(0, 10).map(({ truth, given, count }) => `  ${count} of ${truth} to ${given}`),
  ];
  return lines.join('\n');
}

function costOption(flags: string, description: string, standard: number): Option {
  return new Option(flags, description).default(standard).argParser((text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
    throw new InvalidArgumentError('Give a number of at least 0.');
  });
}

function scoreOption(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Give a score from 0 to 1.');
}
