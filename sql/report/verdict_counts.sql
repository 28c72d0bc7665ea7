-- Reads:  verdicts
-- Writes: nothing
-- Grain:  one row a verdict
-- Why:    how much of what was read is borne out
SELECT verdict, count(*) AS claims FROM verdicts GROUP BY verdict ORDER BY claims DESC, verdict
