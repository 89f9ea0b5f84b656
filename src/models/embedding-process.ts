import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiledUrl } from '../compiled.ts';

/** What the process is sent, and what it answers; `id` tells which is for which. */
export interface EmbeddingRequest {
  id: number;
  text: string;
}
export type EmbeddingAnswer = { id: number; vector: Float32Array } | { id: number; error: string };

interface Waiting {
  resolve(vector: Float32Array): void;
  reject(error: Error): void;
}

/**
 * Embeds in a process of its own, for threads: the engine's native part can be loaded by one thread of a process only, and
 * not again when that has ended. The process starts with the first text, anew if it dies, and ends with its thread.
 * @param model as `openEmbedder` takes it: folder of fetched models, name, SHA-256.
 */
export function startEmbeddingProcess(model: [modelsDir: string, name: string, sha256: string]) {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let last = 0;

  function start(): ChildProcess {
    const started = fork(fileURLToPath(compiledUrl('./embedding-child.js', import.meta.url)), model, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', (answer) => settle(answer as EmbeddingAnswer));
    started.on('exit', () => {
      child = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The process of the embeddings ended.'));
      waiting.clear();
    });
    started.unref();
    started.channel?.unref();
    return started;
  }

  function settle(answer: EmbeddingAnswer): void {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) child?.channel?.unref();
    if ('error' in answer) one?.reject(new Error(answer.error));
    else one?.resolve(answer.vector);
  }

  return (text: string): Promise<Float32Array> =>
    new Promise((resolve, reject) => {
      child ??= start();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      // While an answer is due, whoever waits for it must not end.
      child.channel?.ref();
      child.send({ id, text } satisfies EmbeddingRequest);
    });
}
