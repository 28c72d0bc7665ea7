-- Reads:  drift, claims, drift_decisions
-- Writes: drift
-- Grain:  one row a flag
-- Why:    a flag whose claim was withdrawn (its article was taken out, or is read differently now) has nothing to show
DELETE FROM drift
WHERE claim_id NOT IN (SELECT claim_id FROM claims) OR against_claim_id NOT IN (SELECT claim_id FROM claims)
