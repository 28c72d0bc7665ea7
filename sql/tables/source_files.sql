-- Reads:  nothing
-- Writes: source_files
-- Grain:  one row a file or URL that was read, in the version last read
-- Why:    a source whose bytes did not change is not read again
CREATE TABLE IF NOT EXISTS source_files (
    source       VARCHAR PRIMARY KEY,  -- path or URL
    content_hash VARCHAR NOT NULL,  -- of its bytes
    reader       VARCHAR NOT NULL,  -- txt, html, jsonl, csv, parquet, feed
    records      INTEGER NOT NULL,  -- articles read from it
    rejected     INTEGER NOT NULL,  -- things in it that could not be read
    read_at      TIMESTAMP NOT NULL  -- UTC
)
