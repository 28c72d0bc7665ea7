-- Reads:  nothing
-- Writes: fact_ledger
-- Grain:  one row a fact that was computed
-- Why:    only facts whose claims, sources or thresholds changed are computed again
CREATE TABLE IF NOT EXISTS fact_ledger (
    fact_id VARCHAR PRIMARY KEY,
    tracked UBIGINT NOT NULL, -- fingerprint of the claims that the timeline was made of
    flagged UBIGINT,          -- the same when the flags were made
    judged  UBIGINT           -- the same, with the reference series, when the verdicts were made
)
