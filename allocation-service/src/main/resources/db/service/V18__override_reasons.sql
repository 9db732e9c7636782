-- Why the two who answer for a place out of turn decided so, in their own words. They are about the person: gone with the
-- person's profile, on request as by retention, and never said in an event (docs/adr/0024-rounds-tried-stated-overridden.md).
create table override_reason (
    override_id   uuid primary key,
    referral_id   uuid not null,
    reason        text not null,
    second_reason text
);
create index override_reason_referral on override_reason (referral_id);
-- a backup would outlive an erasure
comment on table override_reason is 'not in backups: words about people; after a restore the coded condition is left';
grant select, insert, update, delete on override_reason to "${role}";
