-- Whether the six weeks were warned of, and whether another course was named.
alter table report_case_a
    add column six_weeks_warned boolean not null default false,
    add column six_weeks_other_course boolean not null default false;
alter table report_case_b
    add column six_weeks_warned boolean not null default false,
    add column six_weeks_other_course boolean not null default false;

-- What warnings mean to the report is new: it is built anew from a ledger that has some.
insert into report_unknown_type (type)
select type
from (values ('kim.allocations.clock-warned.v1'), ('kim.allocations.clock-breached.v1')) as new (type)
where exists (select from ledger where ledger.type = new.type)
on conflict do nothing;
