-- Reads:  facts
-- Writes: nothing
-- Grain:  one row a status
-- Why:    the chart beside the facts asset
SELECT status AS label, count(*) AS n FROM facts GROUP BY status ORDER BY n DESC, status
