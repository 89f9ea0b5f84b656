-- A text that may be urgent, by a glance when it arrived, goes before those that only wait. Older workers leave it false.
alter table raw_texts add column urgent boolean not null default false;
create index raw_texts_urgent on raw_texts (changed_at, id) where state = 'waiting' and urgent;
