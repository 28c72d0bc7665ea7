-- Reads:  stretches
-- Writes: nothing
-- Grain:  one row
-- Why:    how often to fold
SELECT coalesce(max(stretch) + 1, 0) FROM stretches
