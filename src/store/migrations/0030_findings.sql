-- What a night finds besides relations, trends, deviations and sequences: one row a finding, in the night's order.
create table findings (
  run_id bigint not null references runs (id) on delete cascade,
  kind text not null,
  place integer not null,
  item jsonb not null,
  primary key (run_id, kind, place)
);
