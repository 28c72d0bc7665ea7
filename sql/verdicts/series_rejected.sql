-- Reads:  series_rows
-- Writes: rejected
-- Grain:  one row a line of a reference series that has no day or no number
-- Why:    bad input never stops a run and never vanishes
INSERT INTO rejected BY NAME
SELECT $file AS source, 'row ' || row_no AS position,
       CASE WHEN try_cast(as_of AS DATE) IS NULL THEN 'no date in ' || $as_of_column
            WHEN try_cast(value AS DOUBLE) IS NULL THEN 'no number in ' || $value_column
            ELSE 'no time in ' || $known_at_column END AS reason,
       concat_ws(', ', as_of, known_at, value)[:2000] AS raw, $now::TIMESTAMP AS rejected_at
FROM series_rows
WHERE try_cast(as_of AS DATE) IS NULL OR try_cast(value AS DOUBLE) IS NULL
   OR (known_at IS NOT NULL AND try_cast(known_at AS TIMESTAMP) IS NULL AND try_cast(known_at AS TIMESTAMPTZ) IS NULL)
