-- Reads:  v_flag_groups
-- Writes: nothing
-- Grain:  one row a matter with open flags
-- Why:    the most important first; matters of one fact stay together behind its gravest
SELECT *, max(severity) OVER (PARTITION BY fact_id) AS fact_severity, count(*) OVER () AS of_all
FROM v_flag_groups
WHERE state = 'open'
ORDER BY fact_severity DESC, fact_id, severity DESC, matter
LIMIT $limit
