-- The answers to POSTs, kept for 24 hours: the same request sent again gets the same answer and no second effect.
-- A row is written in the transaction of the effect; no other transaction ever sees one without an answer.
create table idempotency (
    scope        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer,
    headers      text,
    body         bytea,
    created_at   timestamptz not null,
    primary key (scope, key)
);

create index idempotency_created_at on idempotency (created_at);

grant select, insert, update, delete on idempotency to "${role}";
