-- Referrals that are being written (docs/adr/0032-drafts-and-corrections.md); nothing has happened yet.
create table vault.draft (
    draft_id   uuid primary key,
    number     bigint generated always as identity unique,
    body       text   not null,
    version    bigint not null,
    -- From when it may be kept for its time.
    opened_on  date   not null,
    -- Each has keys of its own, which go with it.
    keyring_id uuid   not null,
    key_id     uuid   not null,
    -- AES-256-GCM; bound to id and version.
    ciphertext bytea  not null
);
create index draft_of_body on vault.draft (body, number);
create index draft_opened_on on vault.draft (opened_on);

grant select, insert, update, delete on vault.draft to "${role}";
