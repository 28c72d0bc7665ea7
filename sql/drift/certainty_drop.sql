-- Reads:  drift
-- Writes: flag_certainty
-- Grain:  one row a flag
-- Why:    what is known of a flag goes with it
DELETE FROM flag_certainty
WHERE drift_id NOT IN (SELECT drift_id FROM drift)
