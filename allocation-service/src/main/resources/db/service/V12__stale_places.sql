-- When the provider last said how many places are free; null for what was heard before this column was there.
alter table heard_course add column places_said_on date;

create table places_shown (
    course_id uuid    not null,
    due       date    not null,
    warned    boolean not null default false,
    breached  boolean not null default false,
    primary key (course_id, due)
);
grant select, insert, update, delete, truncate on places_shown to "${role}";
