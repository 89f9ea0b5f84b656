-- What becomes of a relation once a coded field is held fixed.
create table relation_checks (
  run_id bigint not null references runs (id) on delete cascade,
  antecedent text not null,
  consequent text not null,
  field text not null,
  strata integer not null,
  verdict text not null check (verdict in ('holds', 'vanishes', 'reverses', 'unclear')),
  -- Odds ratios over all texts and within strata, null where a zero makes them unknown.
  pooled double precision,
  odds_ratio double precision,
  lower_bound double precision,
  upper_bound double precision,
  p double precision not null,
  primary key (run_id, antecedent, consequent, field)
);
