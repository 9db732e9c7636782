-- What people objected to, and what became of it; a view of this service's own history.
create table objection (
    objection_id uuid primary key,
    number       bigint generated always as identity unique,
    referral_id  uuid not null,
    body         text not null,
    about        text not null,
    raised_on    date not null,
    outcome      text,
    decided_on   date
);
create index objection_of_body on objection (body, number);
create index objection_of_referral on objection (referral_id);

grant select, insert, update, delete on objection to "${role}";
