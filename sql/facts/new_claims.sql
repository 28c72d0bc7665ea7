-- Reads:  claims, claim_texts, claim_links
-- Writes: nothing
-- Grain:  one row a claim that can be linked and is not yet, in the order in which claims look back
-- Why:    the cost of a run depends on these. A claim repeated in a later version of its article is not linked again
SELECT claim_id
FROM claims
JOIN claim_texts USING (claim_id)
ANTI JOIN claim_links USING (claim_id)
WHERE carried_from IS NULL
ORDER BY known_at, article_id, claim_id
