-- Reads:  rejected
-- Writes: the view v_rejected
-- Grain:  one row a thing that could not be read
-- Why:    what is missing from the ledger, newest first, with the start of what was there
CREATE OR REPLACE VIEW v_rejected AS
SELECT reason, source, position, left(raw, 200) AS begins, rejected_at
FROM rejected
ORDER BY rejected_at DESC, source, position
