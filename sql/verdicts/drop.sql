-- Reads:  judging, fact_timeline
-- Writes: verdicts
-- Grain:  one row a claim
-- Why:    the verdicts of changed facts are made anew; those of claims that were withdrawn go
DELETE FROM verdicts
WHERE claim_id IN (SELECT claim_id FROM judging) OR claim_id NOT IN (SELECT claim_id FROM fact_timeline)
