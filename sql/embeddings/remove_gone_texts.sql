-- Reads:  claims
-- Writes: claim_texts
-- Grain:  one row a claim that was extracted anew and is gone, or is now carried over
-- Why:    a re-run partition replaces its claims; their texts go with them (the vectors stay: texts come back)
DELETE FROM claim_texts WHERE claim_id NOT IN (SELECT claim_id FROM claims WHERE carried_from IS NULL)
