-- Reads:  evidence
-- Writes: nothing
-- Grain:  one row
-- Why:    into how many slices of whole facts the claims are cut, so that memory is bounded by a slice
SELECT 1 + count(*) // $claims_a_slice FROM evidence WHERE counted
