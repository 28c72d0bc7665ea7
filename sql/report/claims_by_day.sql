-- Reads:  claims
-- Writes: nothing
-- Grain:  one row a day of publication
-- Why:    the chart beside the claims asset: a day without claims is a source that fell silent
SELECT day::VARCHAR AS label, count(*) AS n FROM claims GROUP BY day ORDER BY day
