-- Who agreed to a rulebook, and why.
alter table rulebook add column reason text, add column approved_by text;
update rulebook r set (reason, approved_by) = (
    select convert_from(e.payload, 'UTF8')::jsonb ->> 'reason', convert_from(e.payload, 'UTF8')::jsonb ->> 'approvedBy'
    from event e
    where e.aggregate_id = 'rulebook'
      and (convert_from(e.payload, 'UTF8')::jsonb -> 'rulebook' ->> 'version')::int = r.version);
alter table rulebook alter column reason set not null, alter column approved_by set not null;

-- Rules that somebody proposes: nobody's decision yet, so a row and no event. Neither heard nor rebuilt.
create table rulebook_draft (
    draft_id       uuid primary key,
    content        jsonb       not null,
    effective_from timestamptz not null,
    reason         text        not null,
    body           text        not null,
    account        text        not null,
    proposed_at    timestamptz not null,
    version        integer
);
create index rulebook_draft_open on rulebook_draft (proposed_at, draft_id) where version is null;
grant select, insert, update on rulebook_draft to "${role}";
