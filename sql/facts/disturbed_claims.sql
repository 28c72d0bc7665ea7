-- Reads:  claim_links, claims, fact_decisions
-- Writes: nothing
-- Grain:  one row a linked claim whose component must be clustered again without a new claim
-- Why:    a claim of it is gone (its article was read anew), or an analyst decided on one of its claims
SELECT DISTINCT l.claim_id
FROM claim_links AS l
WHERE l.component IN (
    SELECT component FROM claim_links LEFT JOIN claims AS c USING (claim_id) WHERE c.claim_id IS NULL OR c.carried_from IS NOT NULL
    UNION
    SELECT k.component
    FROM claim_links AS k
    JOIN fact_decisions AS d ON k.claim_id IN (d.claim_a, d.claim_b)
    WHERE d.decided_at >= $since
)
