-- Reads:  nothing
-- Writes: drift
-- Grain:  one row a flag: a claim, the claim it is held against, and what happened between them
-- Why:    what the data desk looks at every morning
CREATE TABLE IF NOT EXISTS drift (
    drift_id         VARCHAR PRIMARY KEY, -- hash of relation and the two claims: stable over runs
    fact_id          VARCHAR NOT NULL,
    relation         VARCHAR NOT NULL,
    severity         DOUBLE NOT NULL,     -- 0..1
    claim_id         VARCHAR NOT NULL,
    against_claim_id VARCHAR NOT NULL,
    explanation      VARCHAR NOT NULL,
    tags             VARCHAR[] NOT NULL,
    state            VARCHAR NOT NULL,    -- open, dismissed, confirmed
    note             VARCHAR,
    detected_at      TIMESTAMP NOT NULL
)
