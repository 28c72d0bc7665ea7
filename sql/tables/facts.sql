-- Reads:  nothing
-- Writes: facts
-- Grain:  one row a fact: one quantity question
-- Why:    the ledger's index; the id never changes when articles are added
CREATE TABLE IF NOT EXISTS facts (
    fact_id          VARCHAR PRIMARY KEY,  -- never changes; made from its first claim
    label            VARCHAR NOT NULL,  -- the question in words
    attribute        VARCHAR,  -- killed, injured, held ...
    kind             VARCHAR NOT NULL,  -- count, money, percent, fraction, measure, rate
    noun             VARCHAR NOT NULL,  -- what is counted
    unit             VARCHAR,  -- normalised unit
    measure          VARCHAR NOT NULL,  -- total, increment, change, rate
    scope            VARCHAR,  -- the sub-population counted
    place            VARCHAR,  -- where
    status           VARCHAR NOT NULL, -- steady, moving, disputed, single_source
    current_low      DOUBLE,  -- lowest value that the current state allows
    current_high     DOUBLE,  -- highest value that the current state allows
    recommended      DOUBLE,  -- the one value to print
    recommended_rule VARCHAR,  -- the rule that chose it
    claims           INTEGER NOT NULL,  -- claims linked
    articles         INTEGER NOT NULL,  -- articles that make them
    outlets          INTEGER NOT NULL,  -- outlets that print them
    roots            INTEGER NOT NULL,  -- independent witnesses
    first_claim_at   TIMESTAMP NOT NULL,  -- UTC
    last_claim_at    TIMESTAMP NOT NULL  -- UTC
)
