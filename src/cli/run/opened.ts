/** What is open, to be closed from the last to the first. */
export interface Opened {
  add(close: () => Promise<unknown>): void;
  /** Closes everything, also what comes after one that fails. @throws the first failure, once all are closed. */
  close(): Promise<void>;
}

export function createOpened(): Opened {
  const closes: (() => Promise<unknown>)[] = [];
  return {
    add(close) {
      closes.push(close);
    },
    async close() {
      const failures: unknown[] = [];
      for (let close = closes.pop(); close; close = closes.pop()) {
        await close().catch((failure: unknown) => failures.push(failure));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
