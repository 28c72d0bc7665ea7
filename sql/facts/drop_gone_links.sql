-- Reads:  claims
-- Writes: claim_links
-- Grain:  one row a claim that is gone or was carried over
-- Why:    a block holds only claims that exist
DELETE FROM claim_links
WHERE claim_id NOT IN (SELECT claim_id FROM claims WHERE carried_from IS NULL)
