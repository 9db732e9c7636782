-- That two referrals are of one person (docs/adr/0029-linked-not-doubled.md).

-- By what people may be known again, as keyed hashes; the key is in the key store.
create table vault.mark (
    referral_id uuid  not null references vault.person on delete cascade,
    kind        text  not null,
    hash        bytea not null,
    primary key (referral_id, kind, hash)
);
create index mark_of_hash on vault.mark (hash);
-- A key that is never destroyed would let a backup say of an erased person that they are in it.
comment on table vault.mark is 'not in backups: made again of the documents when the service starts';

-- Which referral stands for which; a referral stands for any number of others.
create table referral_link (
    linked_referral_id uuid primary key,
    referral_id        uuid not null
);
create index referral_link_main on referral_link (referral_id);

-- Two referrals that somebody has to look at; gone with either person.
create table vault.possible_duplicate (
    id                uuid primary key,
    number            bigint generated always as identity unique,
    referral_id       uuid        not null references vault.person on delete cascade,
    other_referral_id uuid        not null references vault.person on delete cascade,
    marks             text[]      not null,
    since             timestamptz not null,
    same              boolean,
    decided_at        timestamptz,
    decided_by        text,
    unique (referral_id, other_referral_id)
);
create index possible_duplicate_open on vault.possible_duplicate ((same is not null), number);
create index possible_duplicate_other on vault.possible_duplicate (other_referral_id);

grant select, insert, update, delete on vault.mark, vault.possible_duplicate, referral_link to ${role};
