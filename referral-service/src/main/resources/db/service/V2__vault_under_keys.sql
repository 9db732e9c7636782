-- People's data under keys that are not in this database (docs/adr/0013-keys-outside-the-database.md). What the tables
-- before held in the clear is dropped and not carried over: no installation has real data before sign-in exists.
drop table vault.profile;
drop table vault.person;
drop table contact_read;

-- Whose keys these data need. One row.
create table vault.key_store (
    one boolean primary key default true check (one),
    id  uuid    not null
);

-- Nothing in it says who the person is.
create table vault.person (
    referral_id uuid primary key,
    person      uuid not null,
    -- Which keys of the key store; each referral has its own.
    keyring_id  uuid not null,
    -- From when data may be kept for its time.
    opened_on   date not null
);
create index person_of_pseudonym on vault.person (person);

-- What is known of a person, each class of data for itself. Of the attributes every version is kept, the highest is in
-- force; of the others there is version 1.
create table vault.document (
    referral_id uuid   not null references vault.person on delete cascade,
    data_class  text   not null,
    version     bigint not null,
    key_id      uuid   not null,
    -- AES-256-GCM; bound to the columns before.
    ciphertext  bytea  not null,
    primary key (referral_id, data_class, version)
);

-- Keys to be destroyed, in the transaction of the event that says so; gone when they are.
create table vault.key_destruction (
    id          bigint generated always as identity primary key,
    destruction jsonb not null
);

alter table referral_view add column erased_on date;

-- Who read what of whom, and what for.
create table access_log (
    id           bigint generated always as identity primary key,
    referral_id  uuid        not null,
    body         text        not null,
    purpose      text        not null,
    data_classes text[]      not null,
    read_at      timestamptz not null
);
create index access_log_of_referral on access_log (referral_id, id);
create index access_log_read_at on access_log (read_at);

grant select, insert on vault.key_store to ${role};
grant select, insert, update, delete on vault.person, vault.document, vault.key_destruction to ${role};
grant select, insert, delete on access_log to ${role};
