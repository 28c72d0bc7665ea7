-- Reads:  claims, claim_texts, claim_links
-- Writes: nothing
-- Grain:  one row a claim that can be linked and is not yet
-- Why:    the cost of a run depends on these
SELECT claim_id FROM claims JOIN claim_texts USING (claim_id) ANTI JOIN claim_links USING (claim_id) WHERE carried_from IS NULL
