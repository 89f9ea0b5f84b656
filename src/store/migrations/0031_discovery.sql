-- Topics that nights discovered among texts that no category covers: an id is never given to another topic.
create table discovered_topics (
  id text primary key,
  born_day date not null,
  last_day date not null,
  terms jsonb not null
);

-- Categories that people added to the vocabulary in the pages; intake reads with them from then on.
create table added_categories (
  id text primary key,
  facet text not null,
  name text not null,
  parent text,
  definition text not null,
  cues jsonb not null,
  -- The discovered topic or the name that it was made of.
  origin text,
  added_by text not null,
  added_at timestamptz not null
);

-- What people say of names that no vocabulary knew: by the name in lower case.
create table judged_names (
  name text primary key,
  verdict text not null check (verdict in ('competitor', 'product', 'noise')),
  judged_by text not null,
  judged_at timestamptz not null
);
