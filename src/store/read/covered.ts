/** For a query over `documents d`: whether the text names something of the vocabulary; a signal alone says of what nothing. */
export const namesSomething =
  "exists (select from document_categories c where c.document_id = d.id and c.facet <> 'signal')";
