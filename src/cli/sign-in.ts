import { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { readLock } from '../lock/lock.ts';
import { type Engine, openEngine } from './engine.ts';
import { openRemoteEngine } from './engine-remote.ts';

export function signInCommand(): Command {
  return new Command('sign-in')
    .description('Print a link that signs a browser in, once.')
    .addHelpText('after', '\nExamples:\n  $ earshot sign-in')
    .action(async () => {
      const engine = await openServed(readConfig());
      try {
        console.log(await engine.signInLink());
      } finally {
        await engine.close();
      }
    });
}

/** The store that some server serves: which one of several serves a shared database makes no difference. */
async function openServed(config: Config): Promise<Engine> {
  if (config.databaseUrl) return openEngine(config, { work: false });
  const server = await readLock(config.dataDir);
  if (!server) throw new Error(`No server runs on ${config.dataDir}. Start one with "npm start" or "earshot start".`);
  return openRemoteEngine(server, config);
}
