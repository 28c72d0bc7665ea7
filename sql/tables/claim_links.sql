-- Reads:  nothing
-- Writes: claim_links
-- Grain:  one row a claim that was linked
-- Why:    the keys by which a new claim finds it, and the component that is clustered again when one comes
CREATE TABLE IF NOT EXISTS claim_links (
    claim_id  VARCHAR PRIMARY KEY,
    component VARCHAR NOT NULL,  -- the first claim of those that hang together through likely pairs
    keys      UBIGINT[] NOT NULL -- where x what: see facts/candidates.py
)
