-- The day on which the post got a letter: its fourth day after is the proof of reach.
alter table message add column posted_on date;
create index message_on_its_way on message (posted_on) where state = 'SENT' and posted_on is not null;

-- Whose data was erased, as it was heard: no letter to them may lie in the outgoing post any more.
create table forgotten_person (
    referral_id  uuid        primary key,
    -- What was planned before must go; whoever gives an address again later is written to again.
    forgotten_at timestamptz not null
);

grant select, insert, update on forgotten_person to "${role}";
