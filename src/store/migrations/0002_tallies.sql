-- What the pages count at first sight, kept beside the texts by triggers, so that a page over a million texts reads some
-- thousand rows. The lists behind the counts read the texts themselves; a test compares both.

-- A page puts the highest document id it counted on its links. That id freezes the set only if no lower id can appear
-- later, so whoever writes documents does so one transaction at a time: ids then become visible in their order, and the
-- tallies below are never locked in two orders.
create function take_document_order() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(420431001);
  return null;
end $$;
create trigger documents_order before insert or update or delete on documents
  for each statement execute function take_document_order();
create trigger document_categories_order before insert or update or delete on document_categories
  for each statement execute function take_document_order();

create table tallies (
  -- '' counts every text.
  category text not null,
  day date not null,
  channel text not null,
  documents integer not null,
  understood integer not null,
  -- Of the understood ones, by grade: towards the category, or of the text where every text is counted.
  negative integer not null,
  positive integer not null,
  -- Sum of the sentiment scores of the understood ones.
  sentiment double precision not null,
  primary key (category, day, channel)
) with (fillfactor = 70);

-- Adds the counted rows to the tallies, or with sign -1 takes them away.
create function tally_documents() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tallies as t
      select '', day, channel, -count(*), -count(*) filter (where understood),
        -count(*) filter (where understood and grade < 0), -count(*) filter (where understood and grade > 0),
        -coalesce(sum(sentiment::float8) filter (where understood), 0)
      from gone group by day, channel order by day, channel
    on conflict (category, day, channel) do update set
      documents = t.documents + excluded.documents, understood = t.understood + excluded.understood,
      negative = t.negative + excluded.negative, positive = t.positive + excluded.positive,
      sentiment = t.sentiment + excluded.sentiment;
  end if;
  if tg_op <> 'DELETE' then
    insert into tallies as t
      select '', day, channel, count(*), count(*) filter (where understood),
        count(*) filter (where understood and grade < 0), count(*) filter (where understood and grade > 0),
        coalesce(sum(sentiment::float8) filter (where understood), 0)
      from added group by day, channel order by day, channel
    on conflict (category, day, channel) do update set
      documents = t.documents + excluded.documents, understood = t.understood + excluded.understood,
      negative = t.negative + excluded.negative, positive = t.positive + excluded.positive,
      sentiment = t.sentiment + excluded.sentiment;
  end if;
  return null;
end $$;
create trigger documents_added after insert on documents referencing new table as added
  for each statement execute function tally_documents();
create trigger documents_changed after update on documents referencing old table as gone new table as added
  for each statement execute function tally_documents();
create trigger documents_gone after delete on documents referencing old table as gone
  for each statement execute function tally_documents();

create function tally_categories() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tallies as t
      select c.category, c.day, d.channel, -count(*), -count(*), -count(*) filter (where c.grade < 0),
        -count(*) filter (where c.grade > 0), -sum(c.sentiment::float8)
      from gone c join documents d on d.id = c.document_id
      group by c.category, c.day, d.channel order by c.category, c.day, d.channel
    on conflict (category, day, channel) do update set
      documents = t.documents + excluded.documents, understood = t.understood + excluded.understood,
      negative = t.negative + excluded.negative, positive = t.positive + excluded.positive,
      sentiment = t.sentiment + excluded.sentiment;
  end if;
  if tg_op <> 'DELETE' then
    insert into tallies as t
      select c.category, c.day, d.channel, count(*), count(*), count(*) filter (where c.grade < 0),
        count(*) filter (where c.grade > 0), sum(c.sentiment::float8)
      from added c join documents d on d.id = c.document_id
      group by c.category, c.day, d.channel order by c.category, c.day, d.channel
    on conflict (category, day, channel) do update set
      documents = t.documents + excluded.documents, understood = t.understood + excluded.understood,
      negative = t.negative + excluded.negative, positive = t.positive + excluded.positive,
      sentiment = t.sentiment + excluded.sentiment;
  end if;
  return null;
end $$;
create trigger document_categories_added after insert on document_categories referencing new table as added
  for each statement execute function tally_categories();
create trigger document_categories_changed after update on document_categories
  referencing old table as gone new table as added for each statement execute function tally_categories();
create trigger document_categories_gone after delete on document_categories referencing old table as gone
  for each statement execute function tally_categories();

-- The channel of a category's row stands on its document, so the rows go before the document does.
create function untally_document() returns trigger language plpgsql as $$
begin
  delete from document_categories where document_id = old.id;
  return old;
end $$;
create trigger documents_going before delete on documents for each row execute function untally_document();

-- Texts in languages that no model reads are few, and the overview names them.
create index documents_not_understood on documents (language, id) where not understood;
