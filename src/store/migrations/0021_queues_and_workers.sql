-- Queues that somebody has paused: a Redis that lost everything would forget it.
create table paused_queues (
  name text primary key,
  paused_at timestamptz not null,
  paused_by text not null
);

-- Processes that work, each by its own word every few seconds; one that falls silent has ended or cannot reach the store.
create table workers (
  id text primary key,
  host text not null,
  pid integer not null,
  threads integer not null,
  version text not null,
  models jsonb not null,
  -- What it measured since it started: seconds, batches and texts a stage.
  stages jsonb not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create index workers_seen on workers (seen_at);
