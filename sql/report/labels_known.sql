-- Reads:  claims, drift, given_ids (given by the step)
-- Writes: nothing
-- Grain:  one row an id that this ledger knows
-- Why:    a sheet of another ledger gives no labels here
SELECT id FROM given_ids WHERE id IN (SELECT claim_id FROM claims) OR id IN (SELECT drift_id FROM drift)
