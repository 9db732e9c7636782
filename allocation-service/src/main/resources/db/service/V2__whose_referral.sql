-- Whose referral it is: who asks for it sees it. Null for what was heard before this column was there.
alter table heard_referral add column referring_body text;
