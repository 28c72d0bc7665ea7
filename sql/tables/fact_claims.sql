-- Reads:  nothing
-- Writes: fact_claims
-- Grain:  one row a claim (a claim belongs to exactly one fact)
-- Why:    the link, its strength and, in words, why it was made
CREATE TABLE IF NOT EXISTS fact_claims (
    fact_id  VARCHAR NOT NULL,
    claim_id VARCHAR PRIMARY KEY,
    score    DOUBLE NOT NULL,
    reason   VARCHAR NOT NULL
)
