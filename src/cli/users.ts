import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { userRoles } from '../people/user.ts';
import { openEngine } from './engine.ts';
import { createSecretPrompt } from './people/ask-secret.ts';
import type { ListedUser, PeopleEngine } from './people/people-engine.ts';

export function usersCommand(): Command {
  const command = new Command('users').description('Say who may sign in, and what they may do.').addHelpText(
    'after',
    `
Roles:
  analyst    reads texts and reports, works the cases of the departments that they are a member of
  lead       sees the cases and the results of their departments
  manager    sees texts and every department, changes departments
  operator   may do everything

Examples:
  $ earshot users add jo@example.com --name "Jo Bloggs" --role lead    prints a link to choose a password by
  $ earshot users add jo@example.com --name "Jo Bloggs" --password     asks for the password here
  $ earshot users list --json | jq -r .email
  $ earshot users role jo@example.com manager
  $ earshot users disable jo@example.com`,
  );
  command.addCommand(listCommand(), { isDefault: true }).addCommand(addCommand()).addCommand(roleCommand());
  command.addCommand(actCommand('disable', 'Switch somebody off: they are signed out, and their history stays.'));
  command.addCommand(actCommand('enable', 'Switch somebody on again.'));
  command.addCommand(actCommand('invite', 'Print a new link by which somebody chooses a password.'));
  command.addCommand(passwordCommand());
  return command;
}

function listCommand(): Command {
  return new Command('list')
    .description('List who there is.')
    .option('--json', 'print one object a line')
    .action(({ json }: { json?: boolean }) =>
      withPeople(async (people) => {
        const users = await people.users();
        for (const user of users) console.log(json ? JSON.stringify(user) : describe(user));
        if (users.length === 0 && !json)
          console.log('Nobody yet: "earshot users add EMAIL --name NAME" adds the first.');
      }),
    );
}

function addCommand(): Command {
  return new Command('add')
    .description('Add somebody, and print a link by which they choose a password.')
    .argument('<email>', 'by which they sign in')
    .requiredOption('--name <name>', 'what they are called')
    .addOption(new Option('--role <role>', 'what they may do').choices(userRoles).default('analyst'))
    .option('--password', 'ask for the password here, without showing it, instead of a link')
    .action((email: string, { name, role, password }: { name: string; role: string; password?: boolean }) =>
      withPeople(async (people) => {
        const secret = password ? await askTwice() : null;
        const { id, link } = await people.add({ name, email, role });
        if (secret === null)
          console.log(`${name} chooses a password here; the link is good once, for three days:\n\n  ${link}\n`);
        else await people.act(id, { action: 'password', password: secret });
        if (secret !== null) console.log(`${name} may sign in as ${role}.`);
      }),
    );
}

function roleCommand(): Command {
  return new Command('role')
    .description('Give somebody another role.')
    .argument('<email>')
    .argument('<role>', userRoles.join(', '))
    .action((email: string, role: string) =>
      withPeople(async (people) => {
        const { id, name } = await find(people, email);
        await people.act(id, { action: 'role', role });
        console.log(`${name} is ${role} now.`);
      }),
    );
}

function actCommand(action: 'disable' | 'enable' | 'invite', description: string): Command {
  return new Command(action)
    .description(description)
    .argument('<email>')
    .action((email: string) =>
      withPeople(async (people) => {
        const { id, name } = await find(people, email);
        const link = await people.act(id, { action });
        console.log(link ?? `${name} is switched ${action === 'disable' ? 'off' : 'on'}.`);
      }),
    );
}

function passwordCommand(): Command {
  return new Command('password')
    .description('Set the password of somebody, asked for here without showing it.')
    .argument('<email>')
    .action((email: string) =>
      withPeople(async (people) => {
        const { id, name } = await find(people, email);
        await people.act(id, { action: 'password', password: await askTwice() });
        console.log(`${name} has a new password, and is signed out everywhere.`);
      }),
    );
}

async function find(people: PeopleEngine, email: string): Promise<ListedUser> {
  const found = (await people.users()).find((user) => user.email.toLowerCase() === email.trim().toLowerCase());
  if (found) return found;
  throw new Error(`Nobody has the email ${email}. "earshot users list" shows who there is.`);
}

async function askTwice(): Promise<string> {
  const prompt = await createSecretPrompt();
  try {
    const password = await prompt.ask('Password');
    if (process.stdin.isTTY && (await prompt.ask('Once more')) !== password) {
      throw new Error('The two are not the same, so nothing was changed.');
    }
    return password;
  } finally {
    prompt.close();
  }
}

async function withPeople(work: (people: PeopleEngine) => Promise<void>): Promise<void> {
  const engine = await openEngine(readConfig(), { work: false });
  try {
    await work(engine.people);
  } finally {
    await engine.close();
  }
}

function describe({ name, email, role, teams, hasPassword, disabledAt }: ListedUser): string {
  const state = disabledAt ? 'switched off' : hasPassword ? '' : 'no password yet';
  return [role.padEnd(9), `${name} <${email}>`, teams.join(', '), state].filter(Boolean).join('  ');
}
