-- Reads:  nothing
-- Writes: the macro ledger_slips(s, x)
-- Why:    the same significant digits and another number: a power of ten lies between the two
CREATE OR REPLACE MACRO ledger_slips(s, x) AS (coalesce(x.digits = s.digits AND x.digits <> '' AND x.number <> s.number, false))
