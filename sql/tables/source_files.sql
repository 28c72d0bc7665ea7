-- Reads:  nothing
-- Writes: source_files
-- Grain:  one row a file or URL that was read, in the version last read
-- Why:    a source whose bytes did not change is not read again
CREATE TABLE IF NOT EXISTS source_files (
    source       VARCHAR PRIMARY KEY,
    content_hash VARCHAR NOT NULL,
    reader       VARCHAR NOT NULL,
    records      INTEGER NOT NULL,
    rejected     INTEGER NOT NULL,
    read_at      TIMESTAMP NOT NULL
)
