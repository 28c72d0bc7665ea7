-- Reads:  folded, stretches
-- Writes: standing
-- Grain:  one row a fact that has more stretches
-- Why:    the next stretch begins where this one ended, with an empty log
CREATE OR REPLACE TEMP TABLE standing AS
SELECT f.fact_id, struct_update(f.state, log := []::STRUCT(seq INTEGER, what VARCHAR, after_low DOUBLE, after_high DOUBLE, left_at INTEGER)[]) AS state
FROM folded AS f
WHERE f.fact_id IN (SELECT fact_id FROM stretches WHERE stretch = $stretch + 1)
