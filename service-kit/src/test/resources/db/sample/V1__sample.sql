create table note (id bigint generated always as identity primary key, text text not null);
grant select, insert on note to "${role}";
create table seen (position bigint primary key, course text not null, type text not null);
grant select, insert on seen to "${role}";
