-- Reads:  nothing
-- Writes: fact_timeline
-- Grain:  one row a claim, in the order of its fact
-- Why:    the ledger: the state before and after each claim, by what it speaks of and when it was known
CREATE TABLE IF NOT EXISTS fact_timeline (
    fact_id          VARCHAR NOT NULL,
    claim_id         VARCHAR PRIMARY KEY,
    seq              INTEGER NOT NULL,   -- 1.. inside the fact, in time order
    speaks_of        TIMESTAMP NOT NULL, -- as_of where the text says so, else known_at
    known_at         TIMESTAMP NOT NULL,
    low              DOUBLE,
    high             DOUBLE,
    state_low_before DOUBLE,
    state_high_before DOUBLE,
    state_low_after  DOUBLE,
    state_high_after DOUBLE,
    role             VARCHAR NOT NULL,   -- opens, confirms, moves, echoes, differs, shown
    relation         VARCHAR,            -- to the claim below, as in drift
    against_claim_id VARCHAR
)
