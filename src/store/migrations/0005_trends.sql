-- What moved on a night's day and in the week up to it, by category.
create table trends (
  run_id bigint not null references runs (id) on delete cascade,
  -- Length of the stretch that ends with the run's day.
  days smallint not null,
  category text not null,
  day date not null,
  observed integer not null,
  expected double precision not null,
  indicator double precision not null,
  p double precision not null,
  q double precision not null,
  primary key (run_id, days, category)
);

-- Which category stands out in which month, against all months of the window.
create table deviations (
  run_id bigint not null references runs (id) on delete cascade,
  category text not null,
  from_day date not null,
  to_day date not null,
  observed integer not null,
  expected double precision not null,
  indicator double precision not null,
  p double precision not null,
  q double precision not null,
  primary key (run_id, category, from_day)
);

-- The q at which a run says that something is no chance.
alter table runs add column false_discoveries double precision not null default 0.05;
