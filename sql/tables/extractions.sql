-- Reads:  nothing
-- Writes: extractions
-- Grain:  one row an article version that was read for claims
-- Why:    an article without a figure must not be read again at every run
CREATE TABLE IF NOT EXISTS extractions (
    article_id   VARCHAR NOT NULL,  -- the article
    content_hash VARCHAR NOT NULL,  -- the version
    extractor    VARCHAR NOT NULL, -- version of rules and language data
    cleaner      VARCHAR NOT NULL, -- version of the cleaning rules that wrote the text that was read
    day          DATE NOT NULL,  -- the partition
    quantities   INTEGER NOT NULL,  -- numeric expressions found
    claims       INTEGER NOT NULL,  -- those that are claims
    PRIMARY KEY (article_id, content_hash)
)
