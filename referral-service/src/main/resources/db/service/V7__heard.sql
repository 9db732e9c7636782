-- The rules that allocation published (docs/adr/0028-rules-travel-as-events.md).
create table heard_rulebook (
    version        integer primary key,
    effective_from timestamptz not null,
    rulebook       jsonb       not null
);
grant select, insert on heard_rulebook to ${role};

-- Whose course it is, and who holds an offer or a place in it: whom the provider may know.
create table course_of_provider (
    course_id   uuid primary key,
    provider_id text not null
);
create table taken_place (
    offer_id    uuid primary key,
    course_id   uuid    not null,
    referral_id uuid    not null,
    accepted    boolean not null
);
create index taken_place_of_course on taken_place (course_id, referral_id);
create index taken_place_of_referral on taken_place (referral_id, course_id);

grant select, insert, update, delete on course_of_provider, taken_place to ${role};
