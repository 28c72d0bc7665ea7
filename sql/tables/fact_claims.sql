-- Reads:  nothing
-- Writes: fact_claims
-- Grain:  one row a claim (a claim belongs to exactly one fact)
-- Why:    the link, its strength and, in words, why it was made
CREATE TABLE IF NOT EXISTS fact_claims (
    fact_id  VARCHAR NOT NULL,  -- the fact
    claim_id VARCHAR PRIMARY KEY,  -- the claim
    score    DOUBLE NOT NULL,  -- strength of the link, 0 to 1
    reason   VARCHAR NOT NULL  -- why it was linked, in words
)
