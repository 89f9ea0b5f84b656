-- A run is a night's: for a day, over a window of days. One before this migration looked at the whole store.
alter table runs add column day date;
alter table runs add column from_day date;
alter table runs add column store_documents integer not null default 0;
alter table runs add column manifest jsonb not null default '{}';
update runs set store_documents = documents;
create index runs_day on runs (day, id);
