-- Reads:  nothing
-- Writes: facts
-- Grain:  one row a fact: one quantity question
-- Why:    the ledger's index; the id never changes when articles are added
CREATE TABLE IF NOT EXISTS facts (
    fact_id          VARCHAR PRIMARY KEY,
    label            VARCHAR NOT NULL,
    attribute        VARCHAR,
    kind             VARCHAR NOT NULL,
    noun             VARCHAR NOT NULL,
    unit             VARCHAR,
    measure          VARCHAR NOT NULL,
    scope            VARCHAR,
    place            VARCHAR,
    status           VARCHAR NOT NULL, -- steady, moving, disputed, single_source
    current_low      DOUBLE,
    current_high     DOUBLE,
    recommended      DOUBLE,
    recommended_rule VARCHAR,
    claims           INTEGER NOT NULL,
    articles         INTEGER NOT NULL,
    outlets          INTEGER NOT NULL,
    roots            INTEGER NOT NULL,
    first_claim_at   TIMESTAMP NOT NULL,
    last_claim_at    TIMESTAMP NOT NULL
)
