-- The next referral of a person takes the place of the one that ended (docs/adr/0029-linked-not-doubled.md).
grant delete on heard_link to "${role}";

-- When it was said: the links of two referrals are not heard in order.
alter table heard_link add column said_at timestamptz not null default '-infinity';
