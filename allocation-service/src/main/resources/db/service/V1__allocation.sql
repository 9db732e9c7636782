-- What was heard of others. Kept as far as a round needs it, in the transaction of the inbox mark.

create table heard_referral (
    referral_id        uuid primary key,
    person             uuid    not null,
    registered_on      date    not null,
    wishes             jsonb   not null,
    only_wishes        boolean not null,
    profile_commitment text    not null,
    interest_lapsed    boolean not null default false,
    ended              boolean not null default false,
    sequence           bigint  not null
);

create table heard_entitlement (
    referral_id uuid not null,
    basis       text not null,
    entitled_on date not null,
    lapses_on   date,
    ended_on    date,
    primary key (referral_id, basis, entitled_on)
);

-- Apart from the referral, so that erasure removes the row and nothing else.
create table heard_profile (
    referral_id          uuid primary key,
    version              bigint  not null,
    commitment           text    not null,
    gender               text    not null,
    age_band             text    not null,
    municipality         text    not null,
    childcare_needed     boolean not null,
    accessibility_needed boolean not null,
    available            jsonb   not null
);

create table heard_link (
    linked_referral_id uuid primary key,
    referral_id        uuid not null,
    person             uuid not null
);
create index heard_link_main on heard_link (referral_id);

create table heard_admission (
    provider_id  text   not null,
    valid_from   date   not null,
    valid_until  date   not null,
    course_types text[] not null,
    sequence     bigint not null,
    primary key (provider_id, sequence)
);

create table heard_course (
    course_id    uuid primary key,
    provider_id  text    not null,
    course_type  text    not null,
    sections     jsonb   not null,
    times        jsonb   not null,
    municipality text    not null,
    latitude_e6  integer not null,
    longitude_e6 integer not null,
    accessible   boolean not null,
    childcare    boolean not null,
    women_only   boolean not null,
    online       boolean not null,
    version      integer not null default 0,
    open         boolean not null default true,
    sequence     bigint  not null
);

create table heard_delivery_failure (
    offer_id uuid primary key,
    channel  text not null,
    cause    text not null
);

-- What the own history adds up to; rebuilt from it at any time.

create table course_places (
    course_id uuid primary key,
    asked     integer not null default 0,
    capacity  integer not null default 0,
    held      integer not null default 0,
    taken     integer not null default 0,
    closed    boolean not null default false
);

create table placement (
    referral_id         uuid primary key,
    person              uuid    not null,
    queued_on           date    not null,
    recommended_type    text    not null,
    recommended_section integer not null,
    live_offer          uuid,
    place_offer         uuid,
    place_course        uuid,
    place_section       integer,
    keeps_waiting       boolean not null default false,
    lost_place          boolean not null default false,
    begun               boolean not null default false,
    gone                boolean not null default false,
    last_outcome        text,
    waits               boolean not null generated always as
        (not begun and not gone and live_offer is null and (place_course is null or keeps_waiting)) stored
);
create index placement_waits on placement (queued_on, referral_id) where waits;

create table placement_declined (
    referral_id    uuid    not null,
    course_id      uuid    not null,
    course_version integer not null,
    primary key (referral_id, course_id, course_version)
);

create table placement_expired (
    referral_id uuid not null,
    course_id   uuid not null,
    primary key (referral_id, course_id)
);

create table offer (
    offer_id        uuid primary key,
    referral_id     uuid        not null,
    round_id        uuid        not null,
    course_id       uuid        not null,
    course_version  integer     not null,
    section         integer     not null,
    starts_on       date        not null,
    state           text        not null,
    offered_at      timestamptz not null,
    unreached_after timestamptz not null,
    entry_closes_at timestamptz not null,
    reached_at      timestamptz,
    answer_by       timestamptz,
    ended_at        timestamptz,
    answered_by     text,
    reason          text,
    ends_at         timestamptz not null generated always as
        (least(entry_closes_at, coalesce(answer_by, unreached_after))) stored
);
create index offer_open on offer (ends_at) where state = 'OPEN';
create index offer_listed on offer (state, offered_at, offer_id);

create table decision (
    referral_id uuid primary key,
    round_id    uuid        not null,
    outcome     text        not null,
    course_id   uuid,
    section     integer,
    reasons     jsonb       not null,
    decided_at  timestamptz not null
);

create table clearing_round (
    round_id          uuid primary key,
    kind              text        not null,
    opened_at         timestamptz not null,
    held_on           date        not null,
    rulebook_version  integer     not null,
    algorithm_version integer     not null,
    input_digest      text        not null,
    outcome_digest    text,
    waiting           integer     not null default 0,
    matched           integer     not null default 0,
    offered           integer     not null default 0,
    passed            boolean,
    verdicts          jsonb       not null default '[]',
    closed_at         timestamptz
);
create index clearing_round_listed on clearing_round (opened_at desc, round_id);
create index clearing_round_open on clearing_round (opened_at) where closed_at is null;

create table rulebook (
    version        integer primary key,
    effective_from timestamptz not null,
    rulebook       jsonb       not null
);

create table clock_shown (
    referral_id uuid    not null,
    clock       text    not null,
    due         date    not null,
    warned      boolean not null default false,
    breached    boolean not null default false,
    primary key (referral_id, clock, due)
);

-- Facts of this service alone: neither heard nor rebuilt.

create table lottery_seed (
    quarter    text primary key,
    seed       bytea not null,
    commitment text  not null
);

-- One number per person for life.
create table lottery_number (
    person  uuid primary key,
    number  text not null,
    quarter text not null references lottery_seed
);

-- A place became free and is to be offered on; gone after the round that did.
create table refill_wanted (
    id        bigint generated always as identity primary key,
    course_id uuid not null
);

grant select, insert, update on
    heard_referral, heard_entitlement, heard_link, heard_admission, heard_course, heard_delivery_failure to "${role}";
grant select, insert, update, delete on heard_profile to "${role}";
grant select, insert, update, delete, truncate on
    course_places, placement, placement_declined, placement_expired, offer, decision, clearing_round, rulebook,
    clock_shown to "${role}";
grant select, insert on lottery_seed, lottery_number to "${role}";
grant select, insert, delete on refill_wanted to "${role}";
