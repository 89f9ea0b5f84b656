import type { Routing } from '../pipeline.ts';
import { type DeliveryPipeline, type Destination, type HttpDestination, happenings } from './destination.ts';
import type { HttpTemplate } from './template/http-template.ts';
import { readHttpTemplate } from './template/read-http-template.ts';

/** What of the surroundings the destinations rest on. */
export interface Surroundings {
  /** Text of a file under `pipelines/http/`, by its name without ending; null where there is none. */
  templateText(name: string): string | null;
  /** The secret of this name; null where the environment has none. */
  secret(name: string): string | null;
  /** Whether mail can be sent. */
  hasMail: boolean;
}

/**
 * Proves that each destination that is on can do what it says.
 * @returns the templates of those told by HTTP, by the name of the destination.
 * @throws Error that lists every mistake.
 */
export function checkDelivery(
  { destinations, retry, circuit }: DeliveryPipeline,
  routing: Pick<Routing, 'teams'>,
  surroundings: Surroundings,
): Map<string, HttpTemplate> {
  const templates = new Map<string, HttpTemplate>();
  const mistakes = Object.entries({ ...retry, ...circuit })
    .filter(([, value]) => !(value > 0))
    .map(([name, value]) => `"${name}" is ${value}; it should be above 0.`);
  for (const [name, destination] of Object.entries(destinations)) {
    if (!destination.on) continue;
    mistakes.push(...checkDestination(name, destination, routing));
    if (destination.by !== 'http' && !surroundings.hasMail) {
      mistakes.push(`"${name}" sends mail: set EARSHOT_SMTP_URL and EARSHOT_MAIL_FROM, or turn it off.`);
    }
    if (destination.by !== 'http') continue;
    const read = readTemplate(name, destination, surroundings);
    if (typeof read === 'string') mistakes.push(read);
    else templates.set(name, read);
    if (typeof read !== 'string' && read.signed && destination.secret === null) {
      mistakes.push(`"${name}" signs what it sends, so it needs a secret.`);
    }
    mistakes.push(...checkHttp(name, destination, surroundings));
  }
  if (mistakes.length === 0) return templates;
  throw new Error(`pipelines/delivery.ts needs mending:\n- ${mistakes.join('\n- ')}`);
}

function checkDestination(
  name: string,
  { tells, teams = [], perMinute }: Destination,
  routing: Pick<Routing, 'teams'>,
): string[] {
  const unknownTell = tells.find((tell) => !happenings.includes(tell));
  const unknownTeam = teams.find((team) => !Object.hasOwn(routing.teams, team));
  return [
    ...(/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)
      ? []
      : [`"${name}" is no name of a destination: up to 40 small letters, digits and hyphens.`]),
    ...(unknownTell ? [`"${name}" tells "${unknownTell}"; it can tell ${happenings.join(', ')}.`] : []),
    ...(unknownTeam ? [`"${name}" names the unknown team "${unknownTeam}".`] : []),
    ...(perMinute >= 1 ? [] : [`"perMinute" of "${name}" is ${perMinute}; it should be 1 or more.`]),
  ];
}

function readTemplate(name: string, { template, settings = {} }: HttpDestination, { templateText }: Surroundings) {
  const text = templateText(template);
  if (text === null) return `"${name}" names the template "${template}", which is not under pipelines/http/.`;
  try {
    return readHttpTemplate(template, text, Object.keys(settings));
  } catch (error) {
    return `"${name}": ${error instanceof Error ? error.message : String(error)}`;
  }
}

function checkHttp(name: string, { url, secret, allowPrivate }: HttpDestination, surroundings: Surroundings): string[] {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isHttp = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && allowPrivate === true);
  return [
    ...(isHttp
      ? []
      : [`"${name}" has the address "${url}"; it should begin with https:// (http:// only with allowPrivate).`]),
    ...(parsed?.username || parsed?.password
      ? [`"${name}" has a password in its address; name a secret instead.`]
      : []),
    ...(secret !== null && surroundings.secret(secret) === null
      ? [`"${name}" needs the environment variable EARSHOT_SECRET_${secret}.`]
      : []),
  ];
}
