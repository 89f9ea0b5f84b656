import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks for a secret on the terminal, without showing what is typed; from a pipe it takes the next line.
 * @throws Error where nothing is given.
 */
export async function createSecretPrompt(): Promise<{ ask(question: string): Promise<string>; close(): void }> {
  const isTerminal = process.stdin.isTTY === true;
  // The echo goes to where nobody sees it; the questions are written past it, and not to stdout, which programs read.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  lines.once('SIGINT', () => process.exit(130));
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      if (isTerminal) process.stderr.write(`${question}: `);
      const { value, done } = await typed.next();
      if (isTerminal) process.stderr.write('\n');
      if (done || value === '') throw new Error('No password was given, so nothing was changed.');
      return value;
    },
    close: () => lines.close(),
  };
}
