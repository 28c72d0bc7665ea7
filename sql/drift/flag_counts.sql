-- Reads:  told, ranked
-- Writes: nothing
-- Grain:  one row
-- Why:    what the step reports
SELECT (SELECT count(DISTINCT fact_id) FROM told), (SELECT count(*) FROM ranked), (SELECT count(DISTINCT matter) FROM ranked)
