-- Types of which events are in the ledger that the report shown now did not understand. A version that knows one of them
-- builds the report anew from the ledger and takes it from here.
create table report_unknown_type (
    type text primary key
);

grant select, insert, delete on report_unknown_type to "${role}";
