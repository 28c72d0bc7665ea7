-- Reads:  nothing
-- Writes: claim_pairs
-- Grain:  one row a compared pair of claims
-- Why:    a pair is scored once; a later run reads what it needs to cluster again
CREATE TABLE IF NOT EXISTS claim_pairs (
    owner INTEGER NOT NULL,  -- number of the later claim, which looked back
    other INTEGER NOT NULL,  -- number of the earlier one
    score SMALLINT NOT NULL  -- probability that both are one fact, 1/10000
)
