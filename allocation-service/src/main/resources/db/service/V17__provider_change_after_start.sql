-- Who changes the provider after the start goes on elsewhere with this section; the referral itself is completed by then.
alter table placement add column next_section integer, add column left_course uuid;
