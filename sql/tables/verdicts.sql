-- Reads:  nothing
-- Writes: verdicts
-- Grain:  one row a claim
-- Why:    each claim against what was known when it was published
CREATE TABLE IF NOT EXISTS verdicts (
    claim_id VARCHAR PRIMARY KEY,  -- the claim
    verdict  VARCHAR NOT NULL, -- supported, outdated, contradicted, disputed, single_source, unsupported
    evidence VARCHAR[] NOT NULL, -- claim ids, or series:day
    reason   VARCHAR NOT NULL  -- in words
)
