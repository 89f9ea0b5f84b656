import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { isMailAddress } from '../connect/mail/mail-address.ts';
import { type Engine, openEngine } from './engine.ts';

export function subscribersCommand(): Command {
  const command = new Command('subscribers').description('Say who gets the morning report by mail.').addHelpText(
    'after',
    `
Mails leave once EARSHOT_SMTP_URL and EARSHOT_MAIL_FROM are set.

Examples:
  $ earshot subscribers add jo@example.com
  $ earshot subscribers remove jo@example.com
  $ earshot subscribers list --json | jq -r .email`,
  );
  const list = new Command('list')
    .description('List them.')
    .option('--json', 'print one object a line')
    .action(tellAll);
  command.addCommand(list, { isDefault: true });
  for (const way of ['add', 'remove'] as const) {
    const says = way === 'add' ? 'Send each report to an address from now on.' : 'Send an address no more reports.';
    command.addCommand(
      new Command(way)
        .description(says)
        .argument('<email>', 'such as jo@example.com')
        .action((email: string) => change(way, email)),
    );
  }
  return command;
}

function tellAll({ json }: { json?: boolean }): Promise<void> {
  return withEngine(async ({ subscribers }) => {
    const found = await subscribers.list();
    for (const one of found) {
      const { email, lastDay } = one;
      console.log(
        json ? JSON.stringify(one) : `${email}  ${lastDay === null ? 'no report yet' : `last report ${lastDay}`}`,
      );
    }
    if (found.length === 0 && !json) console.log('Nobody yet: "earshot subscribers add EMAIL" adds the first.');
  });
}

async function change(way: 'add' | 'remove', email: string): Promise<void> {
  if (!isMailAddress(email)) throw new Error(`"${email}" is no mail address; it should be like jo@example.com.`);
  return withEngine(async ({ subscribers }) => {
    const changed = await subscribers.change(way, email);
    if (way === 'add') console.log(changed ? `${email} gets each report from now on.` : `${email} gets them already.`);
    else console.log(changed ? `${email} gets no more reports.` : `${email} was not subscribed.`);
  });
}

async function withEngine(work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await openEngine(readConfig(), { work: false });
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}
