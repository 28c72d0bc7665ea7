-- Reads:  nothing
-- Writes: wire_credits
-- Grain:  one row an article whose only source is one news agency
-- Why:    "MANILA (Reuters) -", "Source: AFP": whatever else its words share, its figures are the agency's
CREATE TABLE IF NOT EXISTS wire_credits (
    article_id VARCHAR PRIMARY KEY,  -- the article
    wire       VARCHAR NOT NULL      -- the agency's name
)
