-- One row per message: what the postman works from and what GET /api/messages shows. It commits with the stored event.
-- No address, name or language stands here: they are read from referral-service when a mail is sent, and forgotten.
create table message (
    message_id   uuid        primary key,
    position     bigint      generated always as identity (cache 1) unique,
    referral_id  uuid        not null,
    offer_id     uuid,
    kind         text        not null,
    channel      text        not null,
    state        text        not null check (state in ('PLANNED', 'SENT', 'REACHED', 'FAILED')),
    planned_at   timestamptz not null,
    sent_at      timestamptz,
    reached_at   timestamptz,
    failure      text,
    attempts     integer     not null default 0,
    -- A claim moves it on by the lease: whoever dies while sending lets the message go by then.
    next_try_at  timestamptz not null,
    -- Why the last attempt failed, as a code; never an answer of a server, which may quote an address.
    trouble      text,
    -- Whose story it is, for the events that follow.
    correlation_id text       not null,
    causation_id   text       not null
);
create index message_planned on message (referral_id, position) where state = 'PLANNED';
create index message_due on message (position) where state = 'PLANNED';
create index message_of_referral on message (referral_id, position);

-- The links in the mails, by SHA-256 of their random token. Each attempt to send has its own, stored before sending, so
-- that every mail which may have left has a link that works.
create table message_link (
    token_hash bytea       primary key,
    message_id uuid        not null references message,
    expires_at timestamptz not null
);

grant select, insert, update on message to "${role}";
grant select, insert on message_link to "${role}";
