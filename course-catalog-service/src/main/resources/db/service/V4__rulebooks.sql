-- The rules that allocation published (docs/adr/0028-rules-travel-as-events.md).
create table heard_rulebook (
    version        integer primary key,
    effective_from timestamptz not null,
    rulebook       jsonb       not null
);
grant select, insert on heard_rulebook to "${role}";
