-- What the verifier said of each round.
create table report_round_a (
    round_id uuid primary key,
    held_on  date,
    passed   boolean,
    -- Properties, separated by commas.
    holding  text not null,
    violated text not null
);
create table report_round_b (like report_round_a including all);

-- Places that were given out of turn, one row an event.
create table report_override_a (
    event_id    uuid    primary key,
    granted_on  date    not null,
    course_id   uuid    not null,
    condition   text    not null,
    second_body text    not null,
    displaced   integer not null
);
create table report_override_b (like report_override_a including all);

grant select, insert, update, truncate on report_round_a, report_round_b, report_override_a, report_override_b
    to "${role}";

-- What they mean to the report is new: it is built anew from a ledger that has some.
insert into report_unknown_type (type)
select type
from (values ('kim.allocations.round-opened.v1'), ('kim.allocations.override-granted.v1')) as new (type)
where exists (select from ledger where ledger.type = new.type)
on conflict do nothing;
