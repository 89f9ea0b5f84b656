-- Who gets the morning report by mail, and which reports each was sent.
create table subscribers (
  email text primary key check (email = lower(email)),
  -- Whoever holds it may unsubscribe the address, and nothing else: it stands in every mail to it.
  token text not null unique,
  added_at timestamptz not null
);

create table report_mails (
  day date not null,
  email text not null,
  state text not null check (state in ('sending', 'sent', 'refused')),
  attempts integer not null default 1,
  reason text,
  at timestamptz not null,
  primary key (day, email)
);
