-- A round's input is a tree with a leaf for each person (docs/adr/0035-a-digest-per-person.md): whoever is erased leaves the
-- hash of their leaf behind, and the input stays. Beside it the outcome, which can then no longer be decided again. What was
-- kept under the digest before had one leaf for all; no installation holds real rounds.
delete from round_input;
alter table round_input add column outcome bytea not null;
alter table round_input alter column outcome set storage external;
comment on column round_input.people is 'whose data are in it: who is erased is taken out';
grant update on round_input to "${role}";
