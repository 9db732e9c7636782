-- What auditors look at, and what for (docs/adr/0037-an-audit-has-a-case.md). A case is opened for a purpose and ends by
-- itself; without a live one an auditor reads nothing.
create table audit_case (
    case_id     uuid        primary key,
    -- Whose it is: the body and the account that opened it.
    body        text        not null,
    account     text        not null,
    purpose     text        not null,
    -- What it is about; null: not confined to it.
    quarter     text,
    referral_id uuid,
    -- The last day.
    until       date        not null,
    opened_at   timestamptz not null,
    -- By whom: null, the rule granted it because it is short.
    granted_at  timestamptz,
    granted_by  text
);
create index audit_case_of_account on audit_case (account, until);

-- Every question of an auditor, before it is answered. Kept six months.
create table audit_query (
    id          bigint      generated always as identity primary key,
    case_id     uuid        not null,
    asked_at    timestamptz not null,
    body        text        not null,
    account     text        not null,
    purpose     text        not null,
    -- The endpoint, and the address that was asked for with what it names.
    endpoint    text        not null,
    path        text        not null,
    -- The referral it names, and the body that answers for it; null: it is about no single one.
    referral_id uuid,
    owner       text
);
create index audit_query_of_owner on audit_query (owner, id);
create index audit_query_asked_at on audit_query (asked_at);

grant select, insert, update on audit_case to "${role}";
grant select, insert, delete on audit_query to "${role}";
