-- Reads:  nothing
-- Writes: ledger_lines (temporary)
-- Grain:  one row a counted claim: what it did to the state of its fact
-- Why:    empty; filled slice by slice (ledger_keep)
CREATE OR REPLACE TEMP TABLE ledger_lines (
    fact_id     VARCHAR NOT NULL,
    seq         INTEGER NOT NULL,
    what        VARCHAR NOT NULL, -- opens, echoes, narrows, background, up, down, outdated, waits, slips
    before_low  DOUBLE,           -- what was believed before the claim; null for the one that opens the fact
    before_high DOUBLE,
    before_seq  INTEGER,          -- the claim that had last changed the state
    after_low   DOUBLE NOT NULL,
    after_high  DOUBLE NOT NULL,
    left_at     INTEGER NOT NULL  -- the claim with which the superseded figure that this one repeats was left, or 0
)
