-- People's data, apart from everything else; the events know only the referral's id.
create schema vault;

create table vault.person (
    referral_id        uuid primary key,
    surname            text not null,
    first_name         text not null,
    birth_date         date not null,
    file_number        text,
    email              text,
    phone              text,
    preferred_language text not null
);

-- Every version of the erasable attributes; the highest is in force.
create table vault.profile (
    referral_id uuid   not null references vault.person on delete cascade,
    version     bigint not null,
    attributes  jsonb  not null,
    primary key (referral_id, version)
);

-- Who read whose contact, and what for.
create table contact_read (
    id          bigint generated always as identity primary key,
    referral_id uuid        not null,
    body        text        not null,
    purpose     text        not null,
    read_at     timestamptz not null
);

-- The view of this service's own history; number is the order of the list.
create table referral_view (
    referral_id         uuid primary key,
    number              bigint generated always as identity unique,
    version             bigint  not null,
    body                text    not null,
    state               text    not null,
    legal_basis         text    not null,
    entitled_on         date    not null,
    lapses_on           date,
    registered_on       date    not null,
    wishes              jsonb   not null,
    only_wishes         boolean not null,
    tested_on           date,
    recommended_type    text,
    recommended_section int,
    dispensable         boolean,
    withdrawal_reason   text,
    course_id           uuid,
    started_on          date
);
create index referral_view_of_body on referral_view (body, number);

grant usage on schema vault to ${role};
grant select, insert, update, delete on vault.person, vault.profile to ${role};
grant select, insert on contact_read to ${role};
grant select, insert, update, delete on referral_view to ${role};
