-- Reads:  v_facts
-- Writes: nothing
-- Grain:  one row a fact that moved, is disputed or has an open flag
-- Why:    a figure that many independent sources tell and that does not stand still is what a desk follows
SELECT *, count(*) OVER () AS of_all
FROM v_facts
WHERE status IN ('moving', 'disputed') OR moves > 0 OR open_flags > 0
ORDER BY roots > 1 DESC, moves > 0 DESC, coalesce(top_severity, 0) + ln(1 + roots) + ln(1 + moves) DESC, claims DESC, fact_id
LIMIT $limit
