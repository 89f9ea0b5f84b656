-- What `status` and a waiting `ingest` count again and again is read from these indexes alone.

-- How far an intake is: its texts by state.
drop index raw_texts_intake;
create index raw_texts_intake on raw_texts (intake_id, state);

-- How the columns of its survey were understood.
create index raw_texts_mapping on raw_texts (intake_id) where mapping is not null;

-- Texts that are not documents, by state and channel; documents have their tallies.
create index raw_texts_states on raw_texts (state, channel) where state <> 'done';
