-- Check:    claim_embeddings
-- Blocking: yes
-- Reads:  claims, claim_texts, claim_embeddings
-- Writes: nothing
-- Grain:  one row a claim without a vector
-- Why:    a claim without a vector would silently stay alone
SELECT c.claim_id
FROM claims AS c
LEFT JOIN claim_texts AS t USING (claim_id)
LEFT JOIN claim_embeddings AS e ON e.text_hash = t.focus_hash
WHERE c.carried_from IS NULL AND e.text_hash IS NULL
