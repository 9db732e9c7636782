-- Whoever holds a placement test finds on its worklist whose result is to be entered.
insert into task (referral_id, kind, body, number, due_on, since)
select v.referral_id, 'ENTER_RESULT', d.host, v.number, d.begins::date, d.begins::date
from test_seat s
join test_date d using (test_date_id)
join referral_view v using (referral_id)
where s.state = 'BOOKED' and not d.cancelled and v.state = 'REQUESTED';
