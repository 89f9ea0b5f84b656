-- Who may do what, who works where, and who did what.

create table users (
  id bigint generated always as identity primary key,
  name text not null,
  email text not null,
  role text not null check (role in ('analyst', 'lead', 'manager', 'operator')),
  -- A slow hash with its parameters and salt; null until the person has chosen one.
  password text,
  created_at timestamptz not null,
  -- Whoever left is switched off, never deleted: the history names them.
  disabled_at timestamptz
);
create unique index users_email on users (lower(email));

-- A session without a user was begun by the one-time link of the terminal: the operator of this machine.
alter table sessions add column user_id bigint references users (id) on delete cascade;
create index sessions_user on sessions (user_id) where user_id is not null;

-- A link by which somebody chooses a password. Only its hash is stored; a new one takes the place of an older one.
create table invitations (
  user_id bigint primary key references users (id) on delete cascade,
  hash text not null unique,
  expires_at timestamptz not null
);

-- Wrong passwords of the last minutes. The hash of the email: people also type passwords into the wrong field.
create table sign_in_failures (
  email_hash text not null,
  at timestamptz not null
);
create index sign_in_failures_email on sign_in_failures (email_hash, at);

create table teams (
  key text primary key,
  position integer generated always as identity,
  name text not null,
  owns text not null,
  enabled boolean not null default true,
  -- Time zone, working hours by weekday, and holidays.
  calendar jsonb not null,
  -- Working hours until a complaint of each priority is due.
  due_hours jsonb not null,
  -- Cases not closed that it can bear; null for any number.
  capacity integer check (capacity > 0),
  -- The team that gets what comes beyond the capacity; null to let it come.
  overflow text,
  languages text[] not null default '{}',
  changed_at timestamptz not null
);

create table team_members (
  team text not null references teams (key) on delete cascade,
  user_id bigint not null references users (id) on delete cascade,
  primary key (team, user_id)
);
create index team_members_user on team_members (user_id);

-- What people did, beside the histories of cases. Rows are added and never changed.
create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  user_id bigint references users (id) on delete set null,
  -- The name by which the person was known, or 'the terminal', or 'whoever had the link'.
  actor text not null,
  action text not null,
  -- What it was done to, as `text 17` or `team billing`; empty for Earshot itself.
  subject text not null,
  detail jsonb not null default '{}'
);
create index audit_events_subject on audit_events (subject, id);

alter table case_events add column user_id bigint references users (id) on delete set null;

alter table cases add column tags text[] not null default '{}';
