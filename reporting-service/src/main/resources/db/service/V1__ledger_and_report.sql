-- The ledger: every public event of KIM, in one order. A primary store: added to, never changed.
create table ledger (
    index       bigint      primary key,
    event_id    uuid        not null,
    topic       text        not null,
    source      text        not null,
    subject     text        not null,
    sequence    bigint      not null,
    type        text        not null,
    time        timestamptz not null,
    -- The referral that the event speaks of, when it speaks of one: for its timeline.
    referral_id uuid,
    -- The whole CloudEvent, one line of JSON.
    bytes       bytea       not null,
    constraint ledger_source_subject_sequence unique (source, subject, sequence)
);
create index ledger_of_referral on ledger (referral_id, index) where referral_id is not null;

-- One row. Whoever holds it is the one writer: so the index has no gap, and a lower index commits first.
create table ledger_head (
    one      boolean     primary key default true check (one),
    size     bigint      not null,
    -- The latest time of an event in the ledger: the day that a report looks back from.
    newest   timestamptz,
    -- Which of the two sets of report tables is read and written now; a rebuild fills the other one.
    live_set text        not null check (live_set in ('a', 'b'))
);
insert into ledger_head (size, live_set) values (0, 'a');

create table report_case_a (
    referral_id       uuid primary key,
    person            uuid,
    referring_body    text,
    legal_basis       text,
    entitled_on       date,
    registered_on     date,
    tested_on         date,
    recommended_type  text,
    queued_on         date,
    offers            integer not null,
    first_offered_at  timestamptz,
    open_offer_id     uuid,
    open_course_id    uuid,
    declined          integer not null,
    expired           integer not null,
    withdrawn         integer not null,
    accepted_at       timestamptz,
    held_course_id    uuid,
    held_starts_on    date,
    started_course_id uuid,
    started_on        date,
    ended_how         text,
    ended_reason      text,
    ended_on          date,
    waiting_for       text    not null
);
create table report_case_b (like report_case_a including all);

create table report_course_a (
    course_id    uuid primary key,
    provider_id  text,
    course_type  text,
    municipality text,
    begins       date,
    places       integer,
    capacity     integer not null,
    cancelled    text,
    started_on   date,
    completed_on date
);
create table report_course_b (like report_course_a including all);

create table report_provider_a (
    provider_id text primary key,
    name        text not null
);
create table report_provider_b (like report_provider_a including all);

-- What the report groups by and what a person may have erased: apart from everything else, joined when asked.
create table report_profile (
    referral_id         uuid    primary key,
    version             bigint  not null,
    gender              text    not null,
    age_band            text    not null,
    municipality        text    not null,
    nationality_group   text    not null,
    childcare_needed    boolean not null,
    accessibility_needed boolean not null
);

-- Rebuilds asked for and done.
create table rebuild (
    number       bigint      generated always as identity primary key,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    ledger_size  bigint,
    millis       bigint,
    divergent    bigint,
    examples     text
);

grant select, insert on ledger to "${role}";
grant select, update on ledger_head to "${role}";
grant select, insert, update, truncate on report_case_a, report_case_b, report_course_a, report_course_b,
    report_provider_a, report_provider_b to "${role}";
grant select, insert, update, delete on report_profile to "${role}";
grant select, insert, update on rebuild to "${role}";
