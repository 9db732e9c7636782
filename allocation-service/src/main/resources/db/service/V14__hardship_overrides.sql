-- Places out of turn: proposed, approved by a second person, given by a round. What a round gave is said by its event; the
-- rest is nobody's decision yet, so a row and no event. Neither heard nor rebuilt. No words about the person: only a code.
create table hardship_override (
    override_id    uuid primary key,
    referral_id    uuid        not null,
    course_id      uuid        not null,
    section        integer     not null,
    condition      text        not null,
    body           text        not null,
    account        text        not null,
    proposed_at    timestamptz not null,
    second_body    text,
    second_account text,
    approved_at    timestamptz,
    withdrawn_at   timestamptz,
    waits_for      text,
    round_id       uuid,
    displaced      integer
);
create index hardship_override_approved on hardship_override (approved_at, override_id)
    where approved_at is not null and round_id is null and withdrawn_at is null;
create index hardship_override_listed on hardship_override (proposed_at desc, override_id);
grant select, insert, update on hardship_override to "${role}";
