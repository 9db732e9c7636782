-- The ledger's tree (RFC 9162): the hash of every complete subtree. Level 0 are the leaves; the node (level, index) covers
-- the events from index * 2^level on, 2^level of them. Added to with the event, never changed.
create table ledger_node (
    level smallint not null,
    index bigint   not null,
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- The nodes of a ledger that was filled without them: by a version before this one, or by a load that goes past the service.
create function ledger_grow_nodes() returns void language plpgsql as $$
declare
    height integer := 0;
begin
    insert into ledger_node (level, index, hash)
    select 0, index, sha256('\x00'::bytea || bytes) from ledger
    on conflict do nothing;
    while exists (select from ledger_node where level = height and index = 1) loop
        insert into ledger_node (level, index, hash)
        select height + 1, l.index / 2, sha256('\x01'::bytea || l.hash || r.hash)
        from ledger_node l join ledger_node r on r.level = height and r.index = l.index + 1
        where l.level = height and l.index % 2 = 0
        on conflict do nothing;
        height := height + 1;
    end loop;
end
$$;
revoke execute on function ledger_grow_nodes() from public;
select ledger_grow_nodes();

-- Proofs are asked for by event.
create index ledger_of_event on ledger (event_id);

-- The public keys that checkpoints are signed with; the newest one signs.
create table ledger_key (
    number     bigint      generated always as identity primary key,
    line       text        not null unique,
    -- What the key before says of this one; null for the first.
    succession text,
    since      timestamptz not null
);

create table ledger_checkpoint (
    size      bigint      primary key,
    signed_at timestamptz not null,
    note      text        not null
);

-- What must never happen, and did; each once.
create table ledger_alarm (
    number    bigint      generated always as identity primary key,
    raised_at timestamptz not null,
    code      text        not null,
    detail    text        not null,
    unique (code, detail)
);

grant select, insert on ledger_node, ledger_key, ledger_checkpoint, ledger_alarm to "${role}";
