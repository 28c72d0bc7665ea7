-- Check:    facts
-- Blocking: yes
-- Reads:  claims, fact_claims, facts
-- Writes: nothing
-- Grain:  one row a claim that has no fact, or a link without its claim or fact
-- Why:    nothing is lost between claims and facts
SELECT c.claim_id, l.fact_id
FROM (SELECT claim_id FROM claims WHERE carried_from IS NULL) AS c
FULL JOIN fact_claims AS l USING (claim_id)
LEFT JOIN facts AS f ON f.fact_id = l.fact_id
WHERE c.claim_id IS NULL OR l.fact_id IS NULL OR f.fact_id IS NULL
