import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A progress bar on standard error when that is a terminal; silent otherwise, so that logs and pipes stay clean. */
export function startProgress(label: string, unit = 'texts'): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${label} {bar} {percentage}%  {value} of {total} ${unit}  {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(0, 0);
  return {
    update(done, total) {
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** A count on standard error when that is a terminal, for work whose end is not known; silent otherwise. */
export function startCount(label: string, unit = 'rows'): { update(done: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: `${label} {value} ${unit}`, hideCursor: true, clearOnComplete: true });
  bar.start(0, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
