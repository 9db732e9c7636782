-- What this service said of how much it has said (docs/adr/0030-seals.md): kept, because it is said again, byte by byte,
-- when topics begin anew. said: the broker has acknowledged it; false again after a restore.
create table seal (
    sequence  bigint      primary key,
    event_id  uuid        not null,
    cut       timestamptz not null,
    published bigint      not null,
    root      text        not null,
    said      boolean     not null
);
grant select, insert, update on seal to "${role}";
