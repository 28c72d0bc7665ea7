-- Reads:  nothing
-- Writes: source_records
-- Grain:  one row an article version as the source gave it
-- Why:    the raw record is kept, so that cleaning can be run again without the files
CREATE TABLE IF NOT EXISTS source_records (
    article_id    VARCHAR NOT NULL,
    content_hash  VARCHAR NOT NULL,
    source        VARCHAR NOT NULL,
    position      VARCHAR NOT NULL,
    reader        VARCHAR NOT NULL,
    day           DATE NOT NULL,
    first_seen_at TIMESTAMP NOT NULL,
    payload       VARCHAR NOT NULL,  -- JSON: the fields as found
    PRIMARY KEY (article_id, content_hash)
)
