-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row a flag in the state, of the relation and of at least the severity asked for (null: any)
-- Why:    `claims drift`: the gravest first
SELECT *, count(*) OVER () AS of_all
FROM v_flags
WHERE ($state IS NULL OR state = $state) AND ($relation IS NULL OR relation = $relation) AND severity >= $min_severity
ORDER BY severity DESC, detected_at DESC, drift_id
LIMIT $limit
