-- When the person last said that a place is still wanted; null: since the referral was queued nobody had to.
alter table heard_referral add column interest_on date;
