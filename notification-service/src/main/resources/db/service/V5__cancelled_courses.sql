-- A course that was cancelled is told of in other words than an offer that ended; LOST: the place had been accepted.
alter table heard_offer
    drop constraint heard_offer_state_check,
    add constraint heard_offer_state_check
        check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'ENDED', 'CANCELLED', 'LOST'));
