-- SKIPPED: the person is told by another channel, as they want it or as they can be reached.
alter table message
    drop constraint message_state_check,
    add constraint message_state_check
        check (state in ('PLANNED', 'SKIPPED', 'SENT', 'REACHED', 'FAILED')),
    -- When the network says that the telephone has it; no proof that anybody read it.
    add column delivered_at timestamptz;

-- By which channels somebody was already told of one event.
create index message_of_event on message (referral_id, causation_id);

-- Signatures of what the gateway reported, as long as they would be taken: the same one is not taken twice.
create table sms_report (
    signature   bytea       primary key,
    reported_at timestamptz not null
);
create index sms_report_age on sms_report (reported_at);

grant select, insert, delete on sms_report to "${role}";
