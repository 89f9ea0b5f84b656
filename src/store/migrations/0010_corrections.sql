-- What people say of the categories of a text. Rows are only ever added: of a text and category, the latest one holds.
create table corrections (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents (id) on delete cascade,
  category text not null,
  verdict text not null check (verdict in ('yes', 'no', 'withdrawn')),
  -- The words that made the person say so; both 0 for the text as a whole.
  start_offset integer not null,
  end_offset integer not null,
  actor text not null,
  at timestamptz not null
);
create index corrections_text on corrections (document_id, category, id);
create index corrections_at on corrections (at);

-- Evidence that a person says is none stays with the text, and counts for nothing.
alter table mentions drop constraint mentions_polarity_check;
alter table mentions add constraint mentions_polarity_check check (polarity in ('affirmed', 'negated', 'overruled'));
