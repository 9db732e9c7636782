-- The round as a whole, in counts, as it was when it was held. Null: it did not pass, or was held before this column was there.
alter table clearing_round add column statement jsonb;
