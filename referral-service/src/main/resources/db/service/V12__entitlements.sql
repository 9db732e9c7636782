-- What a referral rests on (docs/adr/0033-several-entitlements.md); a view of this service's own history.
create table entitlement (
    -- the first one of a referral has the referral's id
    entitlement_id uuid primary key,
    number         bigint generated always as identity unique,
    referral_id    uuid not null,
    legal_basis    text not null,
    entitled_on    date not null,
    lapses_on      date,
    ended_on       date,
    end_reason     text
);
create index entitlement_of_referral on entitlement (referral_id, number);

insert into entitlement (entitlement_id, referral_id, legal_basis, entitled_on, lapses_on)
select referral_id, referral_id, legal_basis, entitled_on, lapses_on from referral_view order by number;

grant select, insert, update, delete on entitlement to "${role}";
