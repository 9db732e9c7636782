create table heard (
    id bigint generated always as identity primary key,
    source text not null, subject text not null, sequence bigint not null, event_id uuid not null, what text not null,
    causation text not null, correlation text not null, body text);
grant select, insert on heard to "${role}";
