-- Mailboxes of the bodies themselves: an office's own, never a person's who was referred.
create table staff_mailbox (
    body        text        primary key,
    address     text        not null,
    language    text        not null check (language in ('DE', 'EN')),
    -- It is told what concerns the network as a whole.
    coordinates boolean     not null,
    -- AT_ONCE, DIGEST or NONE, by kind of news; what is not named here comes as KIM has it.
    news        jsonb       not null,
    -- The next daily mail; it is moved on in the transaction that plans one.
    digest_due  timestamptz not null
);

-- Whose a referral is: heard on kim.referrals. A linked one concerns both bodies.
create table heard_referral (
    referral_id    uuid primary key,
    referring_body text not null
);
create table heard_link (
    referral_id        uuid not null,
    linked_referral_id uuid not null,
    primary key (referral_id, linked_referral_id)
);

-- What offices should know, once for each event, kind and audience. No personal data: a reference says whom it is about.
create table staff_news (
    news_id     uuid        primary key,
    position    bigint      generated always as identity (cache 1) unique,
    kind        text        not null,
    audience    text        not null check (audience in ('REFERRER', 'PROVIDER', 'COORDINATOR')),
    referral_id uuid,
    course_id   uuid,
    clock       text,
    due         date,
    heard_at    timestamptz not null,
    -- The bodies were found, and each that wants it has its item.
    assigned    boolean     not null default false,
    -- Whose referral or course it is may be heard of later than what happened to it.
    look_at     timestamptz not null
);
create index staff_news_open on staff_news (look_at, position) where not assigned;

-- One mail to one body: one piece of news, several of the same moment, or those of a day.
create table staff_mail (
    mail_id     uuid        primary key,
    position    bigint      generated always as identity (cache 1) unique,
    body        text        not null,
    digest      boolean     not null,
    state       text        not null check (state in ('PLANNED', 'SENT', 'FAILED')),
    planned_at  timestamptz not null,
    sent_at     timestamptz,
    attempts    integer     not null default 0,
    next_try_at timestamptz not null,
    trouble     text
);
create index staff_mail_due on staff_mail (body, position) where state = 'PLANNED';
create index staff_mail_failed on staff_mail (body) where state = 'FAILED';

create table staff_item (
    news_id uuid    not null references staff_news,
    body    text    not null,
    digest  boolean not null,
    mail_id uuid    references staff_mail,
    primary key (news_id, body)
);
create index staff_item_waiting on staff_item (body, digest) where mail_id is null;
create index staff_item_of_mail on staff_item (mail_id);

grant select, insert, update, delete on staff_mailbox to "${role}";
grant select, insert, update on heard_referral, heard_link, staff_news, staff_mail, staff_item to "${role}";
