-- By when a course should have begun, when none had.
alter table report_case_a add column six_weeks_breached_on date;
alter table report_case_b add column six_weeks_breached_on date;

-- What breached clocks mean to the report is new: it is built anew from a ledger that has some.
insert into report_unknown_type (type)
select 'kim.allocations.clock-breached.v1'
where exists (select from ledger where type = 'kim.allocations.clock-breached.v1')
on conflict do nothing;
