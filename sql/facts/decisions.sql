-- Reads:  fact_decisions, claim_links
-- Writes: nothing
-- Grain:  one row a decision on two linked claims
-- Why:    what an analyst pinned or cut stands; what was decided since the last run is clustered again
SELECT a.number, b.number, d.decision, coalesce(d.decided_at >= $since, true) AS fresh
FROM fact_decisions AS d
JOIN claim_links AS a ON a.claim_id = d.claim_a
JOIN claim_links AS b ON b.claim_id = d.claim_b
ORDER BY a.number, b.number
