-- Dates for placement tests and who has a seat (docs/adr/0026-test-dates.md); views of this service's own history.
create table test_date (
    test_date_id uuid primary key,
    number       bigint generated always as identity unique,
    host         text      not null,
    -- local time
    begins       timestamp not null,
    municipality text      not null,
    accessible   boolean   not null,
    seats        int       not null,
    taken        int       not null default 0,
    cancelled    boolean   not null default false,
    constraint never_more_than_seats check (taken <= seats)
);
create index test_date_ahead on test_date (begins, number) where not cancelled;
create index test_date_of_host on test_date (host, begins, number);

create table test_seat (
    test_date_id uuid not null references test_date on delete cascade,
    referral_id  uuid not null,
    body         text not null,
    state        text not null,
    primary key (test_date_id, referral_id)
);
create index test_seat_of_referral on test_seat (referral_id);

-- A fact of this service alone, beside the history (docs/adr/0016-contacts-of-providers.md).
create table test_venue (
    test_date_id uuid primary key,
    address      text not null
);

alter table referral_view
    add column test_date_id uuid,
    add column test_on      date;

grant select, insert, update, delete on test_date, test_seat to "${role}";
grant select, insert on test_venue to "${role}";
