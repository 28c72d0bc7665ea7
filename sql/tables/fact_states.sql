-- Reads:  nothing
-- Writes: fact_states
-- Grain:  one row a change of a fact's state
-- Why:    what replaced what, by which claim; between two rows the state stands still
CREATE TABLE IF NOT EXISTS fact_states (
    fact_id       VARCHAR NOT NULL,
    seq           INTEGER NOT NULL, -- the claim in fact_timeline that made the change
    claim_id      VARCHAR NOT NULL,
    how           VARCHAR NOT NULL, -- opens, narrows, up, down
    low           DOUBLE NOT NULL,  -- the new state, open ends as infinity
    high          DOUBLE NOT NULL,
    old_low       DOUBLE,
    old_high      DOUBLE,
    old_seq       INTEGER,          -- the claim that had set the old state
    old_claim_id  VARCHAR,
    PRIMARY KEY (fact_id, seq)
)
