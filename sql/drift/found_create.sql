-- Reads:  nothing
-- Writes: found (temporary)
-- Grain:  one row a relation that a rule found
-- Why:    every rule adds its rows here; sql/drift/rank.sql makes flags of them
CREATE OR REPLACE TEMP TABLE found (
    fact_id          VARCHAR NOT NULL,
    relation         VARCHAR NOT NULL,
    claim_id         VARCHAR NOT NULL,
    against_claim_id VARCHAR NOT NULL,
    superseded_by    VARCHAR,
    weight           DOUBLE NOT NULL DEFAULT 1, -- 1, or less for a weaker case of the rule
    apart            BOOLEAN NOT NULL DEFAULT false, -- the claims stand in two facts on purpose: the linking model is not asked
    detail           VARCHAR                    -- what the explanation adds
)
