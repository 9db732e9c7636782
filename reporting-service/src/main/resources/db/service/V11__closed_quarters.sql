-- Quarters that are closed: the report as it was told to everybody, under the checkpoint it rests on. Added to, never
-- changed: what is erased later changes no figure of it.
create table closed_quarter (
    quarter   text        primary key check (quarter ~ '^20[0-9][0-9]Q[1-4]$'),
    -- How many events of the ledger it rests on, and the root over them.
    size      bigint      not null,
    root      text        not null,
    -- The signed checkpoint of this size.
    note      text        not null,
    closed_at timestamptz not null,
    closed_by text        not null,
    -- The answer of GET /api/report, as JSON.
    report    text        not null
);
grant select, insert on closed_quarter to "${role}";
