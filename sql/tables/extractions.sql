-- Reads:  nothing
-- Writes: extractions
-- Grain:  one row an article version that was read for claims
-- Why:    an article without a figure must not be read again at every run
CREATE TABLE IF NOT EXISTS extractions (
    article_id   VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    extractor    VARCHAR NOT NULL, -- version of rules and language data
    day          DATE NOT NULL,
    quantities   INTEGER NOT NULL,
    claims       INTEGER NOT NULL,
    PRIMARY KEY (article_id, content_hash)
)
