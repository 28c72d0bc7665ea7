-- Reads:  v_timeline
-- Writes: nothing
-- Grain:  one row a claim of the facts given, in the order of each fact's timeline, at most $each a fact
-- Why:    what the small charts draw: of a long story, the claims that move or differ before the echoes, spread over time
SELECT *, count(*) OVER (PARTITION BY fact_id) AS of_fact
FROM v_timeline
WHERE list_contains($facts, fact_id)
QUALIFY row_number() OVER (
    PARTITION BY fact_id
    ORDER BY CASE role WHEN 'opens' THEN 0 WHEN 'moves' THEN 1 WHEN 'differs' THEN 2 ELSE 3 END, hash(claim_id)
) <= $each
ORDER BY fact_id, seq, known_at, claim_id
