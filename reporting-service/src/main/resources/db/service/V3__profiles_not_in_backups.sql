-- ./kim backup leaves out what this table holds: after a restore it comes again from kim.profiles, of those who were not
-- erased meanwhile (docs/adr/0015-backups-hold-nobody.md).
comment on table report_profile is 'not in backups: comes again from kim.profiles';
