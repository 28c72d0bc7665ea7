-- Reads:  flags_since
-- Writes: the view v_flags
-- Grain:  one row a flag, in any state
-- Why:    every flag with both claims beside it; WHERE state = 'open' is the morning's list
CREATE OR REPLACE VIEW v_flags AS
SELECT * FROM flags_since(NULL::TIMESTAMP)
