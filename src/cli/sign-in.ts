import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { readLock } from '../lock/lock.ts';
import { openRemoteEngine } from './engine-remote.ts';

export function signInCommand(): Command {
  return new Command('sign-in')
    .description('Print a link that signs a browser in, once.')
    .addHelpText('after', '\nExamples:\n  $ earshot sign-in')
    .action(async () => {
      const { dataDir } = readConfig();
      const server = await readLock(dataDir);
      if (!server) throw new Error(`No server runs on ${dataDir}. Start one with "npm start" or "earshot start".`);
      console.log(await openRemoteEngine(server).signInLink());
    });
}
