-- Reads:  told
-- Writes: found
-- Grain:  one row an "at least" or "more than" far below what was known
-- Why:    "at least two dead" beside "at least 59" is not wrong, so the intervals meet; it is an early figure that was
--         left standing, often an early message embedded in the article that has the new figure. Far below is a named
--         share; "more than 100" when 218 were known is a lazy floor, not an old one.
INSERT INTO found BY NAME
WITH known AS (
    SELECT t.fact_id, t.claim_id, t.number, t.holder_before AS newer_id, t.state_low_before AS newer_low, 1 AS nearness
    FROM told AS t
    WHERE t.counted AND t.bound IN ('at_least', 'more_than') AND t.holder_before IS NOT NULL AND NOT t.dateless
    UNION ALL
    SELECT t.fact_id, t.claim_id, t.number, n.claim_id, n.low, 2
    FROM told AS t
    JOIN told AS n ON n.fact_id = t.fact_id AND n.article_id = t.article_id AND n.counted AND n.low IS NOT NULL
    WHERE t.counted AND t.bound IN ('at_least', 'more_than')
)
SELECT
    k.fact_id, 'outdated_repeat' AS relation, k.claim_id, arg_max(k.newer_id, (k.nearness, k.newer_low)) AS against_claim_id,
    0.6 AS weight, 'the floor was left far behind' AS detail
FROM known AS k
WHERE k.number < k.newer_low * setting('stale_floor_share')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = k.claim_id)
GROUP BY k.fact_id, k.claim_id
