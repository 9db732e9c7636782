-- How a provider kept a course: when its places were stated, how often on time, how often it was put off, who came.
alter table report_course_a
    add column stated_on date,
    add column confirmed_on_time integer not null default 0,
    add column confirmed_late integer not null default 0,
    add column postponed integer not null default 0,
    add column present integer;
alter table report_course_b
    add column stated_on date,
    add column confirmed_on_time integer not null default 0,
    add column confirmed_late integer not null default 0,
    add column postponed integer not null default 0,
    add column present integer;

-- Who changed the provider, one row an event.
create table report_passing_a (
    event_id       uuid primary key,
    passed_on      date not null,
    from_course_id uuid not null,
    to_course_id   uuid
);
create table report_passing_b (like report_passing_a including all);

-- How many people a group has at least, such as GENERAL=5, separated by commas.
create table report_rulebook_a (
    version  integer primary key,
    smallest text    not null
);
create table report_rulebook_b (like report_rulebook_a including all);

grant select, insert, update, truncate on report_passing_a, report_passing_b, report_rulebook_a, report_rulebook_b
    to "${role}";

-- What these events mean to the report is new: it is built anew from a ledger that has some.
insert into report_unknown_type (type)
select type
from (values ('kim.courses.course-scheduled.v1'), ('kim.allocations.provider-changed.v1'),
    ('kim.rulebook.rulebook-published.v1')) as new (type)
where exists (select from ledger where ledger.type = new.type)
on conflict do nothing;
