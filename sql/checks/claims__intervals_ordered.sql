-- Check:    claims
-- Blocking: yes
-- Reads:  claims
-- Writes: nothing
-- Grain:  one row a claim whose interval is empty, open on both sides, or not a number
-- Why:    drift compares intervals
SELECT claim_id, quote, bound, low, high
FROM claims
WHERE low > high OR (low IS NULL AND high IS NULL) OR isnan(low) OR isnan(high) OR isinf(low) OR isinf(high)
