/** Tells the steps of a night on standard error where that is a terminal: the one under way, and how long each took. */
export function nightProgress(): { onStep(step: string, texts?: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { onStep: () => {}, stop: () => {} };
  let current = '';
  let line = '';
  let startedAt = performance.now();
  const end = (): void => {
    if (current === '') return;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stderr.write(`\r  ${line}, ${seconds} s\u001b[K\n`);
  };
  return {
    onStep(step, texts) {
      if (step !== current) {
        end();
        startedAt = performance.now();
      }
      current = step;
      line = texts === undefined ? step : `${step}: ${texts.toLocaleString('en')}`;
      process.stderr.write(`\r  ${line}\u001b[K`);
    },
    stop: end,
  };
}
