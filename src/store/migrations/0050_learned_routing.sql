-- Where a case was first sent, whatever became of it: its last team against its first is how routing learns.
alter table cases add column routed_team text;
update cases k set routed_team = coalesce(
  (select e.detail ->> 'team' from case_events e where e.case_id = k.id and e.event = 'opened' order by e.id limit 1), k.team);
alter table cases alter column routed_team set not null;
-- The likeliest teams where no rule fits, for whoever must look: [{team, score}].
alter table cases add column suggestions jsonb not null default '[]';
create index cases_closed on cases (opened_at, id) where state = 'closed';

-- Models that route. One is live at most, and one in the shadow: it runs beside and sends nothing.
create table routing_models (
  id bigint generated always as identity primary key,
  made_at timestamptz not null,
  -- Where its examples came from, for people: `history.csv`, `closed cases`.
  source text not null,
  examples integer not null,
  state text not null check (state in ('candidate', 'shadow', 'live', 'retired')),
  changed_at timestamptz not null,
  -- It routes by itself from this score on.
  threshold double precision not null,
  -- The judged complaints that its quality rests on: [[truth, [[team, score], …]], …], and what came of them.
  quality jsonb not null
);
create unique index routing_models_live on routing_models (state) where state in ('live', 'shadow');

create table routing_model_files (
  model_id bigint not null references routing_models (id) on delete cascade,
  name text not null,
  bytes bytea not null,
  primary key (model_id, name)
);

-- Where a model or rule set in the shadow would have sent a complaint.
create table shadow_routes (
  document_id bigint not null references documents (id) on delete cascade,
  -- `model 7`, or `rules` and the digest of the rule set.
  candidate text not null,
  team text not null,
  score real not null,
  because text not null,
  made_at timestamptz not null,
  primary key (document_id, candidate)
);
create index shadow_routes_candidate on shadow_routes (candidate, made_at);

-- Each week a few texts, drawn by chance, are shown to a person who says what they are about and where they belong.
create table spot_check_weeks (
  week date primary key,
  seed bigint not null,
  drawn_at timestamptz not null,
  through_id bigint not null,
  population integer not null
);
create table spot_checks (
  week date not null references spot_check_weeks (week) on delete cascade,
  document_id bigint not null references documents (id) on delete cascade,
  position integer not null,
  -- Null until a person has labelled it.
  labelled_at timestamptz,
  labelled_by text,
  -- The categories that the text is about as the person says, and the team it belongs to; null where it is no complaint.
  categories text[],
  team text,
  primary key (week, document_id)
);
