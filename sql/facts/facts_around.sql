-- Reads:  fact_claims, claim_links, asked (numbers of claims, given by the step)
-- Writes: nothing
-- Grain:  one row a claim of a fact that has one of the claims asked, or that lost a claim
-- Why:    where very many claims hang together, only the facts that a change touches are clustered again
SELECT DISTINCT l.number
FROM fact_claims AS f
JOIN claim_links AS l USING (claim_id)
WHERE f.fact_id IN (SELECT g.fact_id FROM fact_claims AS g JOIN claim_links AS m USING (claim_id) SEMI JOIN asked AS a ON a.number = m.number)
   OR f.fact_id IN (SELECT h.fact_id FROM fact_claims AS h ANTI JOIN claim_links AS n ON n.claim_id = h.claim_id)
