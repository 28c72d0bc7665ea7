-- Reads:  nothing
-- Writes: claim_keys
-- Grain:  one row a linked claim and key
-- Why:    the blocks that a claim stands in: see facts/candidates.py
CREATE TABLE IF NOT EXISTS claim_keys (
    key    UBIGINT NOT NULL, -- names the block; its lowest bits name its kind
    number INTEGER NOT NULL  -- the claim's number in claim_links
)
