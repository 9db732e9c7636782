-- The event store (docs/adr/0003-own-event-store-engine.md). Run by the owner of the database; the service itself
-- connects as ${role}, which may add events and read them, never change or delete them.

create table event (
    -- Drawn inside the INSERT, that is while the writer holds its lock on this table: readers rely on it, and an
    -- identity column lets nobody draw a number in any other way.
    position         bigint generated always as identity (sequence name event_position_seq cache 1) primary key,
    aggregate_type   text,
    aggregate_id     text        not null,
    sequence         bigint      not null check (sequence >= 0),
    event_id         uuid        not null,
    type             text        not null,
    revision         text,
    payload          bytea       not null,
    metadata         bytea       not null,
    occurred_at      timestamptz not null,
    -- How many of the aggregate's events up to this one are public. Null is refused, and it is null when the
    -- aggregate's previous event is not there: so an aggregate's sequence has no gap.
    public_count     bigint      not null,
    -- The number of a public event among the public events of its aggregate (1, 2, 3 ...); null for the others.
    subject_sequence bigint,
    constraint event_aggregate_sequence unique (aggregate_id, sequence),
    constraint event_event_id unique (event_id),
    constraint event_subject_sequence check (subject_sequence is null or subject_sequence = public_count)
);

create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- Every column but the position: nobody chooses where an event stands.
grant select on event to "${role}";
grant insert (aggregate_type, aggregate_id, sequence, event_id, type, revision, payload, metadata, occurred_at,
    public_count, subject_sequence) on event to "${role}";
grant select on sequence event_position_seq to "${role}";
grant select, insert, update, delete on token_entry to "${role}";
