-- Reads:  told
-- Writes: found
-- Grain:  one row a bare number that an earlier claim of the fact had told with a hedge
-- Why:    "at least 59" became "59": the number is the same, the interval lost its open end; across languages too. Held
--         against the last hedged telling before it. The headline counts as told after the body that it sums up.
INSERT INTO found BY NAME
WITH numbers AS (
    SELECT claim_id, last_value(CASE WHEN open_bound(bound) THEN claim_id END IGNORE NULLS) OVER (
        PARTITION BY fact_id, number ORDER BY seq) AS hedged_id
    FROM told
    WHERE counted AND number IS NOT NULL
)
SELECT t.fact_id, 'hedge_lost' AS relation, t.claim_id, h.claim_id AS against_claim_id,
       CASE WHEN t.field = 'title' THEN 0.6 WHEN t.lang <> h.lang THEN 1.2 ELSE 1 END AS weight,
       replace(h.bound, '_', ' ') AS detail
FROM told AS t
JOIN numbers AS n ON n.claim_id = t.claim_id
JOIN told AS h ON h.claim_id = n.hedged_id
WHERE t.counted AND t.bound = 'exact'
  AND t.known_at <= h.known_at + to_days(setting('hedge_days')::INTEGER)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
