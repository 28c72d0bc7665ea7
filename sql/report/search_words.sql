-- Reads:  search_claims
-- Writes: nothing
-- Grain:  one row a fact (or an unlinked claim) that says the words
-- Why:    `claims search` without a model
SELECT * FROM search_claims($words) ORDER BY score DESC, claims_found DESC, known_at DESC, claim_id LIMIT $limit
