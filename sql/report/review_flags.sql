-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row a flag to be judged
-- Why:    a sample of what an editor is shown: open flags that stand for their matter; the seed alone decides which
SELECT *, count(*) OVER () AS of_all
FROM v_flags
WHERE state = 'open' AND lead
ORDER BY md5(drift_id || '/' || $seed), drift_id
LIMIT $sample
