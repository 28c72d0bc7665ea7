-- Reads:  nothing
-- Writes: claim_sketches
-- Grain:  one row a linked claim
-- Why:    a claim looks back at the most alike of thousands; a day's run reads their sketches, and of the claims only those in pairs
CREATE TABLE IF NOT EXISTS claim_sketches (
    number INTEGER NOT NULL,  -- the claim's number in claim_links
    lang   VARCHAR NOT NULL,  -- its language
    day    DOUBLE,            -- days since 1970 at which it became known; null where its article has no date
    sketch SMALLINT[] NOT NULL -- see facts/candidates.py: products of sketches say how likely two claims are one fact
)
