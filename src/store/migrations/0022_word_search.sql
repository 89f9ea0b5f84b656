-- The words of a text and where they stand, for searching. Chinese has no spaces, so each of its characters counts as a
-- word. A text as long as a book is searched in its first 200,000 characters by this, and as a whole without it.
create function search_words(subject text, body text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple'::regconfig,
    case when body ~ '[㐀-鿿]' or subject ~ '[㐀-鿿]'
      then regexp_replace(coalesce(subject, '') || ' ' || left(body, 200000), '([㐀-鿿])', ' \1 ', 'g')
      else coalesce(subject, '') || ' ' || left(body, 200000) end)
$$;

-- What somebody searches for: these words one after the other, the last one as a beginning. Null where it has no word.
create function search_phrase(sought text) returns tsquery language sql immutable parallel safe as $$
  select (nullif(phraseto_tsquery('simple'::regconfig, regexp_replace(sought, '([㐀-鿿])', ' \1 ', 'g'))::text, '')
    || ':*')::tsquery
$$;

create index documents_words on documents using gin (search_words(subject, text));
create index documents_long on documents (id) where char_length(text) > 200000;
