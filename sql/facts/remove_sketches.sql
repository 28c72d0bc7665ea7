-- Reads:  gone (given by the step)
-- Writes: claim_sketches
-- Grain:  one row a claim that is gone
-- Why:    nobody looks back at it any more
DELETE FROM claim_sketches WHERE number IN (SELECT number FROM gone)
