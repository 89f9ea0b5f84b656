-- What a night is at while it is under way, why it ended early, and how many of its numbers were counted a second time.
alter table runs add column step text;
alter table runs add column step_texts bigint;
alter table runs add column failure text;
alter table runs add column checked bigint not null default 0;

-- Numbers that a second count, along another path, found otherwise.
create table discrepancies (
  run_id bigint not null references runs (id) on delete cascade,
  -- What was counted, as JSON: a kind, and what tells it from others of its kind.
  number jsonb not null,
  told double precision not null,
  counted double precision not null
);
create index discrepancies_run on discrepancies (run_id);

-- Texts of a night by category; '' is all of them.
create table night_counts (
  run_id bigint not null references runs (id) on delete cascade,
  category text not null,
  documents integer not null,
  primary key (run_id, category)
);

-- What became of those counts since the night before, cause by cause; what a cause did not change has no row.
alter table runs add column before_day date;
create table night_differences (
  run_id bigint not null references runs (id) on delete cascade,
  category text not null,
  -- The second category of a relation that is new or lost; '' for one category alone.
  other text not null,
  cause text not null check (cause in ('new', 'late', 'window', 'relabelled', 'vocabulary', 'model', 'erased')),
  added integer not null,
  removed integer not null,
  primary key (run_id, category, other, cause)
);

-- Every later change to what a text was counted for, so that the difference between two nights can be put down to its
-- causes. Only of texts that some night may have counted: a first analysis writes nothing here.
create table label_changes (
  id bigint generated always as identity primary key,
  document_id bigint not null,
  day date not null,
  -- '' where a text as a whole began or ceased to count.
  category text not null,
  change smallint not null check (change in (-1, 1)),
  transaction_id bigint not null
);
create index label_changes_document on label_changes (document_id, category);
create index label_changes_category on label_changes (category, id);
-- The highest change that a night has seen.
alter table runs add column through_change bigint not null default 0;
create index runs_through on runs (through_id);

-- Which texts were read anew by another vocabulary or model, and in which transaction.
create table version_changes (
  document_id bigint not null,
  transaction_id bigint not null,
  vocabulary boolean not null,
  primary key (document_id, transaction_id)
);

create function note_label_changes() returns trigger language plpgsql as $$
declare
  counted bigint := coalesce((select max(through_id) from runs), 0);
  transaction bigint := pg_current_xact_id()::text::bigint;
begin
  if tg_op <> 'INSERT' then
    insert into label_changes (document_id, day, category, change, transaction_id)
      select document_id, day, category, -1, transaction from gone where document_id <= counted order by document_id, category;
  end if;
  if tg_op <> 'DELETE' then
    insert into label_changes (document_id, day, category, change, transaction_id)
      select document_id, day, category, 1, transaction from added where document_id <= counted order by document_id, category;
  end if;
  return null;
end $$;
create trigger label_added after insert on document_categories referencing new table as added
  for each statement execute function note_label_changes();
create trigger label_changed after update on document_categories referencing old table as gone new table as added
  for each statement execute function note_label_changes();
create trigger label_gone after delete on document_categories referencing old table as gone
  for each statement execute function note_label_changes();

-- What the vocabularies alone say of the versions that made an analysis.
create function taxonomy_versions(versions jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(versions) where key like 'taxonomy %'
$$;

create function note_text_changes() returns trigger language plpgsql as $$
declare
  counted bigint := coalesce((select max(through_id) from runs), 0);
  transaction bigint := pg_current_xact_id()::text::bigint;
begin
  if tg_op = 'DELETE' then
    insert into label_changes (document_id, day, category, change, transaction_id)
      select id, day, '', -1, transaction from gone where id <= counted and understood order by id;
  else
    insert into label_changes (document_id, day, category, change, transaction_id)
      select a.id, a.day, '', case when a.understood then 1 else -1 end, transaction
      from added a join gone g on g.id = a.id
      where a.id <= counted and a.understood <> g.understood order by a.id;
    insert into version_changes (document_id, transaction_id, vocabulary)
      select a.id, transaction, taxonomy_versions(a.versions) <> taxonomy_versions(g.versions)
      from added a join gone g on g.id = a.id
      where a.id <= counted and a.versions <> g.versions
      on conflict (document_id, transaction_id) do nothing;
  end if;
  return null;
end $$;
create trigger text_changed after update on documents referencing old table as gone new table as added
  for each statement execute function note_text_changes();
create trigger text_gone after delete on documents referencing old table as gone
  for each statement execute function note_text_changes();
