-- Reads:  v_rejected
-- Writes: nothing
-- Grain:  one row a thing that could not be read
-- Why:    where to look, newest first
SELECT *, count(*) OVER () AS of_all FROM v_rejected ORDER BY rejected_at DESC, source, position LIMIT $limit
