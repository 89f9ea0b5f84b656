/** Waits until something is so, looking every 20 ms; the test's own time limit ends it. */
export async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((resolve) => setTimeout(resolve, 20));
}
