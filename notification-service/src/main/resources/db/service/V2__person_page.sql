-- What the page behind a link shows: heard on kim.allocations and kim.courses. Nothing about the person.
create table heard_offer (
    offer_id    uuid        primary key,
    referral_id uuid        not null,
    course_id   uuid        not null,
    section     integer     not null,
    starts_on   date        not null,
    -- Known when allocation has heard that the offer reached the person.
    answer_by   timestamptz,
    state       text        not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'ENDED')),
    state_since timestamptz
);
create index heard_offer_place on heard_offer (referral_id, course_id) where state = 'ACCEPTED';

create table heard_course (
    course_id    uuid    primary key,
    provider_id  text    not null,
    course_type  text    not null,
    sections     jsonb   not null,
    times        jsonb   not null,
    municipality text    not null,
    accessible   boolean not null,
    childcare    boolean not null,
    women_only   boolean not null,
    online       boolean not null
);

create table heard_provider (
    provider_id text primary key,
    name        text not null
);

-- Wrong birth dates, per person and not per link: a person has several links. No date is kept.
create table birth_date_tries (
    referral_id  uuid        primary key,
    -- Since the last right one.
    tries        integer     not null,
    locked_until timestamptz
);

-- Whoever entered the right birth date behind a link goes on with a cookie, kept as SHA-256.
create table person_session (
    secret_hash bytea       primary key,
    token_hash  bytea       not null references message_link,
    expires_at  timestamptz not null,
    -- What the person answered here: shown until the event comes back from allocation.
    answer      text        check (answer in ('ACCEPTED', 'DECLINED')),
    answered_at timestamptz,
    help_asked  boolean     not null default false
);

alter table message
    add column help_asked_at timestamptz,
    add column locked_until  timestamptz;

grant select, insert, update on heard_offer, heard_course, heard_provider to "${role}";
grant select, insert, update, delete on birth_date_tries, person_session to "${role}";
