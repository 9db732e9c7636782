-- What a provider says of itself and its courses beyond the first version.

alter table admission_view
    add column online boolean,
    add column area   text[];

alter table course_view
    add column extent         text,
    add column help_languages text[] not null default '{}',
    add column blocked        int    not null default 0,
    add column confirmed_by   text,
    add column scheduled_on   date;
update course_view set plan = plan || '{"interruptions": []}';
update course_view set scheduled_on =
    (select (min(occurred_at) at time zone 'Europe/Berlin')::date from event where aggregate_id = course_id::text);
alter table course_view alter column scheduled_on set not null;
create index course_of_provider on course_view (provider_id, number);

-- Facts of this service alone: neither heard nor rebuilt, and overwritten (docs/adr/0016-contacts-of-providers.md).

create table provider_contact (
    provider_id text primary key,
    phone       text,
    email       text,
    website     text,
    said_by     text not null
);

create table course_contact (
    course_id uuid primary key,
    person    text,
    phone     text,
    email     text,
    said_by   text not null
);

grant select, insert, update on provider_contact to "${role}";
grant select, insert, update, delete on course_contact to "${role}";
