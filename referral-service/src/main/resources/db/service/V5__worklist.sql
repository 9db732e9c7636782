-- What is to be done next about a referral, one row for each kind of task; whoever may see it reads it in the order of
-- its index, so that a page costs the same wherever in the list it stands.
create table task (
    referral_id uuid   not null,
    kind        text   not null,
    body        text   not null,
    -- that of the referral: the older one first among those due on the same day
    number      bigint not null,
    due_on      date   not null,
    since       date   not null,
    primary key (referral_id, kind)
);
create index task_of_body on task (body, due_on, number, kind);
create index task_of_body_and_kind on task (body, kind, due_on, number);
-- for the coordinator, who sees what is late anywhere
create index task_due on task (due_on, number, kind);
create index task_of_kind_due on task (kind, due_on, number);

-- What follows from the referrals that there are; what follows from offers is heard from the beginning.
insert into task (referral_id, kind, body, number, due_on, since)
select referral_id, 'ARRANGE_TEST', body, number, registered_on + 14, registered_on
from referral_view where state = 'REQUESTED'
union all
select referral_id, 'SECURE_ENTITLEMENT', body, number, lapses_on, registered_on
from referral_view where state in ('REQUESTED', 'TESTED') and lapses_on is not null;

grant select, insert, update, delete on task to "${role}";
