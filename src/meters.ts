/** What becomes of a text, one after the other. */
export const stages = ['parse', 'analyse', 'route', 'save'] as const;
export type Stage = (typeof stages)[number];

/** What this process measured of its own work since it started. */
export interface Meters {
  /** A batch of texts went through a stage in so many seconds. */
  observe(stage: Stage, seconds: number, texts: number): void;
  /** An attempt at a job failed, or the queue itself had trouble. */
  countFailure(): void;
  /** What the stages took since this process started. */
  stages(): Record<Stage, { seconds: number; batches: number; texts: number }>;
  /** Lines in the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats). */
  describe(): string[];
}

/** Upper bounds in seconds of a batch of some fifty texts; a text that stalls is stopped after ten. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Tally {
  /** Batches that took at most the bound, cumulative as the format wants it. */
  within: number[];
  batches: number;
  seconds: number;
  texts: number;
}

export function createMeters(): Meters {
  const tallies = new Map<Stage, Tally>(
    stages.map((stage) => [stage, { within: bounds.map(() => 0), batches: 0, seconds: 0, texts: 0 }]),
  );
  let failures = 0;
  return {
    observe(stage, seconds, texts) {
      const tally = tallies.get(stage)!;
      bounds.forEach((bound, at) => {
        if (seconds <= bound) tally.within[at]! += 1;
      });
      tally.batches += 1;
      tally.seconds += seconds;
      tally.texts += texts;
    },
    countFailure() {
      failures += 1;
    },
    stages() {
      const sums = [...tallies].map(([stage, { seconds, batches, texts }]) => [stage, { seconds, batches, texts }]);
      return Object.fromEntries(sums) as ReturnType<Meters['stages']>;
    },
    describe: () => [
      ...metric('earshot_stage_seconds', 'histogram', 'Seconds that a batch of texts spent in a stage.'),
      ...[...tallies].flatMap(([stage, tally]) => describeTally(stage, tally)),
      ...metric('earshot_stage_texts_total', 'counter', 'Texts that went through a stage.'),
      ...[...tallies].map(([stage, { texts }]) => sample('earshot_stage_texts_total', { stage }, texts)),
      ...metric('earshot_job_failures_total', 'counter', 'Attempts at a job that failed, and troubles of the queue.'),
      sample('earshot_job_failures_total', {}, failures),
    ],
  };
}

function describeTally(stage: Stage, { within, batches, seconds }: Tally): string[] {
  const name = 'earshot_stage_seconds';
  return [
    ...bounds.map((le, at) => sample(`${name}_bucket`, { stage, le: String(le) }, within[at]!)),
    sample(`${name}_bucket`, { stage, le: '+Inf' }, batches),
    sample(`${name}_sum`, { stage }, seconds),
    sample(`${name}_count`, { stage }, batches),
  ];
}

/** The two lines that introduce a metric. */
export function metric(name: string, type: 'counter' | 'gauge' | 'histogram', help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

export function sample(name: string, labels: Record<string, string>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

function escapeLabel(text: string): string {
  return text.replace(/[\\"\n]/g, (char) => escapes[char]!);
}
