-- Reads:  nothing
-- Writes: claim_texts
-- Grain:  one row a claim
-- Why:    which two texts stand for a claim when it is compared: its own words and its article's
CREATE TABLE IF NOT EXISTS claim_texts (
    claim_id     VARCHAR PRIMARY KEY,  -- the claim
    focus_hash   VARCHAR NOT NULL, -- the number-masked claim
    context_hash VARCHAR NOT NULL  -- title and lead of its article
)
