-- Reads:  v_overview
-- Writes: nothing
-- Grain:  one row
-- Why:    the head of the report and of the terminal summary
FROM v_overview
