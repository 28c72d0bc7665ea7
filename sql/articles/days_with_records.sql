-- Reads:  source_records
-- Writes: nothing
-- Grain:  one row a day
-- Why:    cleaning goes day by day, so that memory holds one day at most
SELECT day, count(*) AS records FROM source_records GROUP BY day ORDER BY day
