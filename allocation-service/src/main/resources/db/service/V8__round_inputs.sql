-- What each round rested on: the canonical bytes that its digest commits to (docs/allocation-rules.md), gzipped, so that an
-- auditor can decide the round again. They hold profiles: gone with the first of their people who is erased
-- (docs/adr/0025-rounds-are-decided-again.md).
create table round_input (
    round_id  uuid primary key,
    people    uuid[] not null,
    canonical bytea  not null
);
-- compressed already
alter table round_input alter column canonical set storage external;
create index round_input_people on round_input using gin (people);
-- a backup would outlive an erasure, and nobody says these again
comment on table round_input is 'not in backups: holds profiles; rounds before a restore are no longer decided again';
grant select, insert, delete on round_input to "${role}";
