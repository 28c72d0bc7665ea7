-- Reads:  nothing
-- Writes: fact_decisions
-- Grain:  one row a pair of claims that an analyst has judged
-- Why:    the judgement survives every later run
CREATE TABLE IF NOT EXISTS fact_decisions (
    claim_a    VARCHAR NOT NULL,
    claim_b    VARCHAR NOT NULL,
    decision   VARCHAR NOT NULL,   -- pin (one fact), cut (never one fact), none (withdrawn)
    note       VARCHAR,
    decided_by VARCHAR,
    decided_at TIMESTAMP NOT NULL,
    PRIMARY KEY (claim_a, claim_b)
)
