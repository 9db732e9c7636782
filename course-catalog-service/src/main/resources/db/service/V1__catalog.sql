-- The views of this service's own history; number is the order of the lists.
create table provider_view (
    provider_id text primary key,
    number      bigint generated always as identity unique,
    version     bigint not null,
    name        text   not null
);

create table admission_view (
    provider_id  text   not null references provider_view,
    course_types text[] not null,
    kind         text   not null,
    valid_from   date   not null,
    valid_until  date   not null,
    end_reason   text
);
create index admission_of_provider on admission_view (provider_id, valid_from);

create table course_view (
    course_id    uuid primary key,
    number       bigint generated always as identity unique,
    version      bigint  not null,
    provider_id  text    not null,
    course_type  text    not null,
    state        text    not null,
    begins       date    not null,
    plan         jsonb   not null,
    childcare    boolean not null,
    women_only   boolean not null,
    online       boolean not null,
    places       int     not null,
    confirmed_on date,
    started_on   date,
    completed_on date,
    cancellation text
);

-- The capacity in force, as allocation answers; it may be heard before or after any own event.
create table capacity_view (
    course_id uuid primary key,
    capacity  int not null
);

grant select, insert, update, delete on provider_view, admission_view, course_view, capacity_view
    to ${role};
