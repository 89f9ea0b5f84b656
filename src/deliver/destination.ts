import type { Priority } from '../types.ts';

/** What becomes of a case that others may want to be told. */
export const happenings = [
  'opened',
  'joined',
  'accepted',
  'answered',
  'closed',
  'reopened',
  'reassigned',
  'escalated',
] as const;
export type Happening = (typeof happenings)[number];

/** What every destination says of itself. */
interface Told {
  /** Nothing leaves where this is false. */
  on: boolean;
  tells: Happening[];
  /** Of cases of these teams and priorities only; left out, of any. */
  teams?: string[];
  priorities?: Priority[];
  /** At most so many attempts a minute, whatever waits. */
  perMinute: number;
}

/** Mail to the people of the case's team; an escalation goes to those whom its step names. */
export interface MailDestination extends Told {
  by: 'mail';
}

/** Mail to whoever complained: see `pipelines/answers.ts`. Tells `opened` and `answered`. */
export interface CustomerDestination extends Told {
  by: 'customer';
}

/** A program elsewhere that is told by HTTP: a webhook or a help desk. */
export interface HttpDestination extends Told {
  by: 'http';
  /** Where it is, such as `https://example.zendesk.com`; the template may add a path. */
  url: string;
  /** File under `pipelines/http/`, without its ending. */
  template: string;
  /** The environment variable that holds the key or password is `EARSHOT_SECRET_` and this name; null for none. */
  secret: string | null;
  /** What the template calls `{{setting.…}}`. */
  settings?: Record<string, string | number>;
  /** Lets it be on this machine or in a private network. */
  allowPrivate?: boolean;
}

export type Destination = MailDestination | CustomerDestination | HttpDestination;

/** Where cases go besides the pages, and what is done when they do not arrive. */
export interface DeliveryPipeline {
  /** By name: letters, digits and hyphens. The name is part of each key, so a new name tells everything anew. */
  destinations: Record<string, Destination>;
  retry: Retry;
  circuit: Circuit;
  /** Whoever does not answer in time is given up for this attempt. */
  timeoutSeconds: number;
}

export interface Retry {
  /** Attempts before a delivery is given up; somebody may replay it then. */
  attempts: number;
  /** Wait after the first failure; each further one waits twice as long, up to the longest. */
  firstSeconds: number;
  longestSeconds: number;
}

/** A destination that fails again and again is left alone for a while, and then asked with one delivery. */
export interface Circuit {
  /** Failures in a row. */
  failures: number;
  pauseSeconds: number;
  longestSeconds: number;
}

/** Whether the destination is to be told of this. */
export function wants(
  { on, tells, teams, priorities }: Destination,
  told: { happening: Happening; team: string; priority: Priority },
): boolean {
  return (
    on &&
    tells.includes(told.happening) &&
    (!teams || teams.includes(told.team)) &&
    (!priorities || priorities.includes(told.priority))
  );
}
