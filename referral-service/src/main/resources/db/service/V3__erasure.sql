-- Keys to be destroyed, in the transaction of the event that says so; gone when they are
-- (docs/adr/0014-erasure-is-an-event.md).
create table vault.key_destruction (
    id          bigint generated always as identity primary key,
    destruction jsonb not null
);

alter table referral_view add column erased_on date;

-- Who signed in, as the issuer names them; unknown for what was read before it was kept.
alter table access_log add column account text;

grant select, insert, update, delete on vault.key_destruction to ${role};
