-- The way in (docs/adr/0001-two-doors.md): how far each source has been heard about each subject, and what waits.

create table inbox_mark (
    source        text    not null,
    subject       text    not null,
    -- The last applied sequence; 0 while the first one has not been applied. For profiles the version, and the highest
    -- possible one after an erasure.
    last_sequence bigint  not null check (last_sequence >= 0),
    -- Whether records of this subject wait in inbox_parked, so that the others need not be searched for.
    parked        boolean not null,
    primary key (source, subject)
);

create table inbox_parked (
    id              bigint generated always as identity primary key,
    why             text        not null check (why in ('EARLY', 'UNKNOWN_TYPE', 'FAILED', 'DEAD', 'MALFORMED')),
    -- What the record says of itself; null when it is malformed.
    source          text,
    subject         text,
    sequence        bigint,
    type            text,
    -- Where it was read, and what exactly.
    topic           text        not null,
    record_partition integer    not null,
    record_offset   bigint      not null,
    record_key      bytea,
    bytes           bytea,
    attempts        integer     not null,
    next_attempt_at timestamptz,
    error           text,
    heard_at        timestamptz not null,
    constraint inbox_parked_named check (why = 'MALFORMED' or (source is not null and subject is not null and sequence is not null)),
    constraint inbox_parked_once unique (source, subject, sequence)
);

-- Read again after a lost offset, the same malformed bytes are the same dead letter.
create unique index inbox_parked_malformed on inbox_parked (topic, record_partition, record_offset, sha256(coalesce(bytes, '')))
    where why = 'MALFORMED';
create index inbox_parked_due on inbox_parked (next_attempt_at) where next_attempt_at is not null;
create index inbox_parked_early on inbox_parked (source, subject, sequence) where why = 'EARLY';

grant select, insert, update on inbox_mark to "${role}";
grant select, insert, update, delete on inbox_parked to "${role}";
