-- What is to leave the house: written in the transaction of the event that causes it, so neither is without the other.
create table deliveries (
  id bigint generated always as identity primary key,
  -- Idempotency key: the same at every attempt, and told to the receiver.
  key text not null unique,
  destination text not null,
  case_id bigint not null references cases (id) on delete cascade,
  event_id bigint not null references case_events (id) on delete cascade,
  happening text not null,
  -- The mail address; null where the destination is no person, and until the people are looked up.
  recipient text,
  -- What leaves, made at the first attempt and the same at every other.
  payload jsonb,
  -- `failed` is tried again; `dead` waits for somebody to replay it; `dropped` was not to be sent, and says why.
  state text not null default 'waiting' check (state in ('waiting', 'failed', 'sent', 'dead', 'dropped')),
  attempts integer not null default 0,
  -- Counts every taking and replaying: whoever ends an attempt must still hold the turn.
  turn integer not null default 0,
  next_at timestamptz not null,
  -- Whoever sends it has so long; then it is thought dead and another takes the delivery.
  leased_until timestamptz,
  -- Why the latest attempt failed, or it was dropped.
  reason text,
  -- By what the other side knows it.
  reference text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index deliveries_due on deliveries (destination, next_at, id) where state in ('waiting', 'failed');
create index deliveries_state on deliveries (state, id);
create index deliveries_case on deliveries (case_id);
create index deliveries_recipient on deliveries (destination, lower(recipient), created_at) where recipient is not null;

-- How each destination is: one row, locked by whoever takes deliveries for it.
create table delivery_circuits (
  destination text primary key,
  -- Failures in a row, and until when it is left alone for them.
  failures integer not null default 0,
  open_until timestamptz,
  reason text,
  -- Attempts begun since then, for the limit a minute.
  minute_at timestamptz not null,
  begun integer not null default 0
);
