-- Reads:  standing
-- Writes: replay (temporary)
-- Grain:  one row a counted claim: the ledger's line of it
-- Why:    the first claim of each fact opens it
CREATE OR REPLACE TEMP TABLE replay AS
SELECT
    fact_id, state.seq AS seq, 'opens' AS what, state.low AS after_low, state.high AS after_high, 0::INTEGER AS left_at
FROM standing
