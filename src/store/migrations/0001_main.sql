-- The store of record. Jobs on the queue carry ids of these rows and nothing else.

-- One `earshot ingest`, one sweep of the inbox folder, one upload.
create table intakes (
  id bigint generated always as identity primary key,
  source text not null,
  started_at timestamptz not null,
  -- Texts met, and those of them that the store already had word for word.
  read_count integer not null default 0,
  duplicate_count integer not null default 0,
  finished_reading boolean not null default false
);

-- One text as it came. The bytes go when the document is made; the id stays, so that the same file twice adds nothing.
create table raw_texts (
  id text primary key,
  intake_id bigint not null references intakes (id),
  source text not null,
  channel text not null,
  format text not null,
  mapping jsonb,
  bytes bytea,
  modified_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'duplicate', 'failed')),
  reason text,
  changed_at timestamptz not null
);
create index raw_texts_unfinished on raw_texts (state, changed_at) where state in ('waiting', 'failed');
create index raw_texts_intake on raw_texts (intake_id);

-- What is too large for one row (a 200 MB file), kept aside in parts of 1 MB.
create table raw_parts (
  raw_id text not null references raw_texts (id) on delete cascade,
  part integer not null,
  bytes bytea not null,
  primary key (raw_id, part)
);

create table documents (
  id bigint generated always as identity primary key,
  raw_id text not null unique references raw_texts (id),
  fingerprint text not null unique,
  channel text not null,
  source text not null,
  external_id text,
  thread_id text,
  customer_id text,
  received_at timestamptz not null,
  day date not null generated always as ((received_at at time zone 'UTC')::date) stored,
  language text not null,
  subject text,
  text text not null,
  utterances jsonb not null,
  attributes jsonb not null,
  -- The analysis; evidence and categories have tables of their own.
  sentences jsonb not null,
  sentiment real not null,
  grade smallint not null check (grade between -2 and 2),
  understood boolean not null,
  versions jsonb not null
);
create index documents_day on documents (day, id);
create index documents_customer on documents (customer_id, received_at) where customer_id is not null;
create index documents_attributes on documents using gin (attributes jsonb_path_ops);

create table mentions (
  document_id bigint not null references documents (id) on delete cascade,
  position integer not null,
  sentence integer not null,
  start_offset integer not null,
  end_offset integer not null,
  category text not null,
  polarity text not null check (polarity in ('affirmed', 'negated')),
  sentiment real not null,
  score real not null,
  found_by text not null,
  primary key (document_id, position)
);

-- One row a document and category that it affirms: every count of a page is a count of these rows or of documents.
create table document_categories (
  document_id bigint not null references documents (id) on delete cascade,
  category text not null,
  facet text not null,
  day date not null,
  mentions integer not null,
  sentiment real not null,
  grade smallint not null,
  primary key (document_id, category)
);
create index document_categories_category on document_categories (category, day, document_id) include (sentiment);

-- One case a complaint; `unique` is what makes routing safe to run twice.
create table cases (
  id bigint generated always as identity primary key,
  document_id bigint not null unique references documents (id) on delete cascade,
  team text not null,
  priority text not null check (priority in ('urgent', 'high', 'normal', 'low')),
  due_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'closed')),
  routed_by text not null,
  because text not null,
  score real not null,
  sentences jsonb not null,
  opened_at timestamptz not null
);
create index cases_team on cases (team, state, due_at);

create table case_events (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases (id) on delete cascade,
  at timestamptz not null,
  actor text not null,
  event text not null,
  detail jsonb not null default '{}'
);
create index case_events_case on case_events (case_id, at);

create table runs (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  ended_at timestamptz,
  through_id bigint not null,
  documents integer not null,
  versions jsonb not null
);

create table relations (
  run_id bigint not null references runs (id) on delete cascade,
  antecedent text not null,
  consequent text not null,
  antecedent_count integer not null,
  consequent_count integer not null,
  observed integer not null,
  expected double precision not null,
  lift double precision not null,
  lower_bound double precision not null,
  upper_bound double precision not null,
  p double precision not null,
  q double precision not null,
  sentiment double precision not null,
  primary key (run_id, antecedent, consequent)
);

-- Sign-in links are good once; sessions end. Only hashes of either are stored.
create table sign_in_tokens (
  hash text primary key,
  expires_at timestamptz not null
);
create table sessions (
  hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
