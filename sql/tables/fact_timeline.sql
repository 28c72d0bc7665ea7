-- Reads:  nothing
-- Writes: fact_timeline
-- Grain:  one row a claim, in the order of its fact
-- Why:    the ledger: the state before and after each claim, by what it speaks of and when it was known
CREATE TABLE IF NOT EXISTS fact_timeline (
    fact_id          VARCHAR NOT NULL,  -- the fact
    claim_id         VARCHAR PRIMARY KEY,  -- the claim
    seq              INTEGER NOT NULL,   -- 1.. inside the fact, in time order
    speaks_of        TIMESTAMP NOT NULL, -- as_of where the text says so, else known_at
    known_at         TIMESTAMP NOT NULL,  -- UTC
    low              DOUBLE,  -- of the claim
    high             DOUBLE,  -- of the claim
    state_low_before DOUBLE,  -- state of the fact before the claim
    state_high_before DOUBLE,  -- state of the fact before the claim
    state_low_after  DOUBLE,  -- state of the fact after the claim
    state_high_after DOUBLE,  -- state of the fact after the claim
    role             VARCHAR NOT NULL,   -- opens, confirms, moves, echoes, differs, background, carried, shown
    relation         VARCHAR,            -- to the claim below, as in drift
    against_claim_id VARCHAR,  -- the claim it is held against
    witness          VARCHAR NOT NULL,   -- independent source: the root that the article was copied from, else the outlet
    number           DOUBLE,             -- the number written; a fraction as percent
    unit             VARCHAR,            -- of the claim
    bound            VARCHAR NOT NULL,   -- of the claim
    clockless        BOOLEAN NOT NULL,   -- only the day is known: no order inside that day
    tight_low        DOUBLE NOT NULL,    -- the interval that is compared, open ends as infinity
    tight_high       DOUBLE NOT NULL,    -- its upper end
    wide_low         DOUBLE NOT NULL,    -- the same with the allowance for round and vague numbers
    wide_high        DOUBLE NOT NULL,    -- its upper end
    holder_before    VARCHAR,            -- the claim that last set the state before this one
    left_at          INTEGER,            -- seq of the claim with which others left the superseded figure that this one repeats
    how              VARCHAR,            -- what the claim did to the state: opens, narrows, up, down
    note             VARCHAR             -- why it is compatible though the figures differ: an increment, a sum, households
)
