-- Reads:  verdicts
-- Writes: nothing
-- Grain:  one row a verdict
-- Why:    the chart beside the verdicts asset
SELECT replace(verdict, '_', ' ') AS label, count(*) AS n FROM verdicts GROUP BY verdict ORDER BY n DESC, label
