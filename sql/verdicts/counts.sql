-- Reads:  judging, verdicts
-- Writes: nothing
-- Grain:  one row a verdict
-- Why:    what the step reports
SELECT verdict, count(*) FROM verdicts WHERE claim_id IN (SELECT claim_id FROM judging) GROUP BY verdict ORDER BY verdict
