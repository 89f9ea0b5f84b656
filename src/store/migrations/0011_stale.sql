-- How many texts each set of versions analysed, kept by triggers: a page asks at every sight whether it mixes two.
create table version_tallies (
  -- md5 of the versions as jsonb writes them, which has one spelling.
  digest text primary key,
  versions jsonb not null,
  documents integer not null
);
insert into version_tallies
  select md5(versions::text), versions, count(*) from documents group by versions;

-- The texts of a set of versions, so that a new analysis finds what it has not done yet.
create index documents_versions on documents (md5(versions::text), id);

create function tally_versions() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into version_tallies as t
      select md5(versions::text), versions, -count(*) from gone group by versions order by 1
    on conflict (digest) do update set documents = t.documents + excluded.documents;
  end if;
  if tg_op <> 'DELETE' then
    insert into version_tallies as t
      select md5(versions::text), versions, count(*) from added group by versions order by 1
    on conflict (digest) do update set documents = t.documents + excluded.documents;
  end if;
  return null;
end $$;
create trigger document_versions_added after insert on documents referencing new table as added
  for each statement execute function tally_versions();
create trigger document_versions_changed after update on documents referencing old table as gone new table as added
  for each statement execute function tally_versions();
create trigger document_versions_gone after delete on documents referencing old table as gone
  for each statement execute function tally_versions();
