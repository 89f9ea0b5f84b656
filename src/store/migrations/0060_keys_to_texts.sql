-- What goes with a text or a case is found by these: without them, each text that retention drops and each case that is
-- merged would read the whole of the other table.
create index spot_checks_document on spot_checks (document_id);
create index cases_merged_into on cases (merged_into) where merged_into is not null;
create index deliveries_event on deliveries (event_id);
