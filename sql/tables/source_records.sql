-- Reads:  nothing
-- Writes: source_records
-- Grain:  one row an article version as the source gave it
-- Why:    the raw record is kept, so that cleaning can be run again without the files
CREATE TABLE IF NOT EXISTS source_records (
    article_id    VARCHAR NOT NULL,  -- the id that the input gives, else a hash
    content_hash  VARCHAR NOT NULL,  -- of title and text: names the version
    source        VARCHAR NOT NULL,  -- path or URL
    position      VARCHAR NOT NULL,  -- line, row or item in the source
    reader        VARCHAR NOT NULL,  -- txt, html, jsonl, csv, parquet, feed
    day           DATE NOT NULL,  -- the partition: UTC day of publication, else first seen
    first_seen_at TIMESTAMP NOT NULL,  -- UTC
    payload       VARCHAR NOT NULL,  -- JSON: the fields as found
    PRIMARY KEY (article_id, content_hash)
)
