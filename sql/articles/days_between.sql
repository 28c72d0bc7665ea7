-- Reads:  source_records
-- Writes: nothing
-- Grain:  one row a day that holds a record, within the days asked for (first null: from the beginning)
-- Why:    a run over a range of partitions works on the days that exist
SELECT DISTINCT day
FROM source_records
WHERE ($first::DATE IS NULL OR day >= $first::DATE) AND day <= $last::DATE
ORDER BY day
