-- One category followed by another within a customer, against shuffled order.
create table sequences (
  run_id bigint not null references runs (id) on delete cascade,
  first_category text not null,
  then_category text not null,
  within_days integer not null,
  customers integer not null,
  expected double precision not null,
  p double precision not null,
  q double precision not null,
  -- Some of the customers, as JSON: names may hold anything.
  examples jsonb not null,
  primary key (run_id, first_category, then_category)
);
