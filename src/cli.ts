import { Command, CommanderError } from 'commander';
import { analyseCommand } from './cli/analyse.ts';
import { auditCommand } from './cli/audit.ts';
import { classifyCommand } from './cli/classify.ts';
import { deliveriesCommand } from './cli/deliveries.ts';
import { evaluateCommand } from './cli/evaluate.ts';
import { failuresCommand } from './cli/failures.ts';
import { ingestCommand } from './cli/ingest.ts';
import { migrateCommand } from './cli/migrate.ts';
import { modelsCommand } from './cli/models.ts';
import { nightlyCommand } from './cli/nightly.ts';
import { pauseCommand, resumeCommand } from './cli/pause.ts';
import { reanalyseCommand } from './cli/reanalyse.ts';
import { relationsCommand } from './cli/relations.ts';
import { replayCommand } from './cli/replay.ts';
import { reportCommand } from './cli/report.ts';
import { routingCommand } from './cli/routing.ts';
import { serveCommand } from './cli/serve.ts';
import { signInCommand } from './cli/sign-in.ts';
import { startCommand } from './cli/start.ts';
import { statusCommand } from './cli/status.ts';
import { subscribersCommand } from './cli/subscribers.ts';
import { teamsCommand } from './cli/teams.ts';
import { trainCommand } from './cli/train.ts';
import { exportCommand, importCommand } from './cli/transfer.ts';
import { usersCommand } from './cli/users.ts';
import { workCommand } from './cli/work.ts';
import { version } from './version.ts';

const program = new Command('earshot')
  .description('Make sense of what customers write and say.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(add --help for what it takes)')
  .addHelpText(
    'after',
    `
Examples:
  $ earshot start                      serve the pages, watch the inbox, work through what arrives
  $ earshot ingest mails/ answers.csv  read files and folders, and wait until they are analysed and routed
  $ earshot analyse letter.eml         show what Earshot makes of a file, without storing it
  $ earshot status                     texts, cases and failures at a glance

Settings are environment variables: EARSHOT_DATA_DIR, EARSHOT_PORT, EARSHOT_TAXONOMY, DATABASE_URL, REDIS_URL.`,
  );

for (const command of [
  startCommand(),
  ingestCommand(),
  analyseCommand(),
  statusCommand(),
  nightlyCommand(),
  reanalyseCommand(),
  reportCommand(),
  subscribersCommand(),
  relationsCommand(),
  trainCommand(),
  evaluateCommand(),
  classifyCommand(),
  routingCommand(),
  modelsCommand(),
  failuresCommand(),
  replayCommand(),
  deliveriesCommand(),
  pauseCommand(),
  resumeCommand(),
  signInCommand(),
  usersCommand(),
  teamsCommand(),
  auditCommand(),
  serveCommand(),
  workCommand(),
  migrateCommand(),
  exportCommand(),
  importCommand(),
]) {
  program.addCommand(withoutExit(command));
}

/** Mistakes in how a command is called are thrown, also those of its own commands, and caught once below. */
function withoutExit(command: Command): Command {
  for (const own of command.commands) withoutExit(own);
  return command.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(`earshot: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
