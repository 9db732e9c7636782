-- The list of free places: what is free, and what it is asked by.

alter table course_view add column changed_at timestamptz;
update course_view set changed_at = coalesce(
    (select max(occurred_at) from event where aggregate_id = course_id::text), now());
alter table course_view alter column changed_at set not null;

-- A row of the plan each: found by the day on which it can be entered.
create table course_section (
    course_id uuid not null references course_view on delete cascade,
    number    int  not null,
    begins    date not null,
    ends      date not null,
    primary key (course_id, number)
);
create index course_section_begins on course_section (begins);
insert into course_section (course_id, number, begins, ends)
select course_id, (section ->> 'number')::int, (section ->> 'begins')::date, (section ->> 'ends')::date
from course_view cross join lateral jsonb_array_elements(plan -> 'sections') section;

-- Live offers and accepted places, as allocation says them; in capacity_view's manner heard before or after anything else.
create table taken_place (
    offer_id    uuid primary key,
    course_id   uuid    not null,
    referral_id uuid    not null,
    accepted    boolean not null
);
create index taken_place_of_course on taken_place (course_id);
create index taken_place_of_referral on taken_place (referral_id, course_id);

grant select, insert, update, delete on course_section, taken_place to "${role}";
