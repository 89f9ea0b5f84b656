import type { Json } from './json.ts';

/** How to tell a program elsewhere of a case: a file under `pipelines/http/`. */
export interface HttpTemplate {
  /** What it is for, and where the other side documents it. */
  title: string;
  documentation: string;
  method: 'POST' | 'PUT';
  /** Added to the destination's address. */
  path: string;
  /** May speak of `{{secret}}` and `{{secret.base64}}` besides the settings. */
  headers: Record<string, string>;
  /** Whether the body is signed with the secret, as Standard Webhooks has it. */
  signed: boolean;
  /** Placeholders stand within its texts; `{ "$choose": "case.priority", "values": { … } }` maps one to any value. */
  body: Json;
  succeeds: {
    status: number[];
    /** Paths such as `ticket.id` that an answer of success holds. */
    holds: string[];
  };
  /** An answer that holds one of these is a failure, whatever its status: `{ "path": "ok", "is": false }`. */
  fails: { path: string; is?: Json }[];
  /** Path of the other side's own number; null where it has none. */
  reference: string | null;
}
