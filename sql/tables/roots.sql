-- Reads:  nothing
-- Writes: roots
-- Grain:  one row an article
-- Why:    outlets that print one wire story are one witness; root_id is the article_id or the name of the
--         witness that the copies go back to
CREATE TABLE IF NOT EXISTS roots (
    article_id VARCHAR PRIMARY KEY,  -- the article
    root_id    VARCHAR NOT NULL,  -- the witness it goes back to
    via        VARCHAR NOT NULL, -- own, credit, near_copy
    reason     VARCHAR NOT NULL, -- in plain words
    tied_to    VARCHAR           -- the earlier article that it has most in common with; null: none, or none in the ledger
)
