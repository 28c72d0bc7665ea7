-- Reads:  fact_decisions
-- Writes: nothing
-- Grain:  one row a pair of claims that is pinned or cut
-- Why:    a new decision must not go against those that stand
SELECT claim_a, claim_b, decision FROM fact_decisions WHERE decision IN ('pin', 'cut')
