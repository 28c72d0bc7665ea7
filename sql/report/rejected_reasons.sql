-- Reads:  rejected
-- Writes: nothing
-- Grain:  one row a reason
-- Why:    a thousand rows of one broken export are one thing to repair
SELECT reason, count(*) AS rows, count(DISTINCT source) AS sources, min(source) AS example_source, max(rejected_at) AS last_at
FROM rejected GROUP BY reason ORDER BY rows DESC, reason
