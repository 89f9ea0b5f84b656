/** A run as its noun, for a query over `runs r`. */
export const runColumns = `r.id, r.started_at as "startedAt", r.ended_at as "endedAt", r.day, r.from_day as "fromDay",
  r.through_id as "throughId", r.documents, r.store_documents as "storeDocuments",
  r.false_discoveries as "falseDiscoveries", r.versions, r.manifest`;
