-- A case lives: it is answered before it is closed, has an owner, gathers complaints, is merged, split and escalated.
alter table cases drop constraint cases_state_check;
alter table cases add constraint cases_state_check check (state in ('open', 'accepted', 'answered', 'closed'));
alter table cases
  -- Counts every change: who acts on an older one than the latest is asked to look again.
  add column version integer not null default 1,
  add column owner_id bigint references users (id) on delete set null,
  -- The case that this one's complaints went to.
  add column merged_into bigint references cases (id) on delete set null,
  -- Begins anew with another team and when it is opened again, and so do its escalations.
  add column round integer not null default 1;
create index cases_waiting on cases (due_at, id) where state in ('open', 'accepted');

-- Every complaint is in exactly one case. `cases.document_id` is the one that opened it.
create table case_documents (
  document_id bigint primary key references documents (id) on delete cascade,
  case_id bigint not null references cases (id) on delete cascade,
  -- What the complaint is about most, by which others of the same customer join it.
  topic text,
  -- Where the complaint by itself would go, and why: team, priority, dueAt, by, because, score, sentences.
  route jsonb not null,
  joined_at timestamptz not null,
  -- Why it is in this case and not in one of its own.
  because text not null check (because in ('opened', 'thread', 'topic', 'merged', 'split'))
);
create index case_documents_case on case_documents (case_id, document_id);
insert into case_documents (document_id, case_id, route, joined_at, because)
select document_id, id, jsonb_build_object('team', coalesce((select e.detail ->> 'team' from case_events e
    where e.case_id = cases.id and e.event = 'opened' order by e.id limit 1), team), 'priority', priority, 'dueAt', due_at, 'by', routed_by,
  'because', because, 'score', score, 'sentences', sentences), opened_at, 'opened' from cases;
create index documents_thread on documents (thread_id) where thread_id is not null;

-- A text that goes leaves its case to the next one of it, so that no other complaint goes with it.
create function hand_over_case() returns trigger language plpgsql as $$
declare
  heir bigint;
begin
  -- Of several that go at once, the links of those before are still there.
  select min(l.document_id) into heir from case_documents l join cases k on k.id = l.case_id
    join documents d on d.id = l.document_id
  where k.document_id = old.id and l.document_id <> old.id
    and not exists (select from cases o where o.document_id = l.document_id);
  if heir is not null then
    -- The sentences that made the case went with their text.
    update cases set document_id = heir, sentences = '[]' where document_id = old.id;
  end if;
  return old;
end $$;
create trigger documents_hand_over before delete on documents for each row execute function hand_over_case();

-- Which steps were told, each once in a round.
create table escalations (
  case_id bigint not null references cases (id) on delete cascade,
  round integer not null,
  step text not null,
  at timestamptz not null,
  primary key (case_id, round, step)
);
