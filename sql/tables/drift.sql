-- Reads:  nothing
-- Writes: drift
-- Grain:  one row a flag: a claim, the claim it is held against, and what happened between them
-- Why:    what the data desk looks at every morning
CREATE TABLE IF NOT EXISTS drift (
    drift_id         VARCHAR PRIMARY KEY, -- hash of relation and claim: stable over runs, whichever claim it is held against
    fact_id          VARCHAR NOT NULL,  -- the fact
    relation         VARCHAR NOT NULL,  -- revised_up, revised_down, contradicts, outdated_repeat, magnitude_slip, hedge_lost, hedge_gained, scope_shift, unit_slip, agrees (circular sourcing alone)
    severity         DOUBLE NOT NULL,     -- 0..1
    claim_id         VARCHAR NOT NULL,  -- the later claim
    against_claim_id VARCHAR NOT NULL,  -- the claim it is held against
    explanation      VARCHAR NOT NULL,  -- what happened, in one sentence
    tags             VARCHAR[] NOT NULL,  -- circular_sourcing, round_number_copying
    state            VARCHAR NOT NULL,    -- open, possible (its link is too weak), dismissed, confirmed, closed
    note             VARCHAR,  -- of the analyst
    detected_at      TIMESTAMP NOT NULL,  -- UTC
    matter           VARCHAR NOT NULL,    -- hash of fact, cause and figure: what an editor looks at once
    lead             BOOLEAN NOT NULL,    -- the flag that stands for its matter; the others repeat it
    witnesses        INTEGER NOT NULL,    -- independent sources that carry the flagged figure
    against_witnesses INTEGER NOT NULL,   -- independent sources that carry the figure it is held against
    lag_hours        DOUBLE,              -- between the two claims, or since the figure was superseded
    superseded_by    VARCHAR,             -- claim that had replaced the figure before it was repeated
    closed_at        TIMESTAMP,            -- UTC: when the flag closed itself; null: still open
    closed_reason    VARCHAR              -- why an open flag closed itself
)
