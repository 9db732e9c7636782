create table visit (
    id      uuid primary key,
    surname text not null,
    body    text not null
);
grant select, insert, update on visit to "${role}";
