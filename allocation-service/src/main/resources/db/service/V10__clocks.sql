-- Two offers of a person may end on the same day; and what course was named as a way out.
alter table clock_shown
    drop constraint clock_shown_pkey,
    add column offer_id uuid,
    add column alternative_course uuid,
    add constraint clock_shown_once unique nulls not distinct (referral_id, clock, due, offer_id);
create index offer_of_referral on offer (referral_id, offered_at desc);

-- What each round gave in a course, for the prospects; rebuilt from the own history like the others.
create table cut_off (
    round_id  uuid    not null,
    course_id uuid    not null,
    section   integer not null,
    given     integer not null,
    last_rank integer not null,
    primary key (round_id, course_id, section)
);
create index cut_off_of_course on cut_off (course_id);
insert into cut_off (round_id, course_id, section, given, last_rank)
    select e.aggregate_id::uuid, (m ->> 'courseId')::uuid, (m ->> 'section')::int, count(*), max((m ->> 'rank')::int)
    from event e, jsonb_array_elements(convert_from(e.payload, 'UTF8')::jsonb -> 'matches') m
    where e.type = 'ClearingRoundHistory.Verified' and m ->> 'rank' is not null
    group by 1, 2, 3;
grant select, insert, update, delete, truncate on cut_off to "${role}";
