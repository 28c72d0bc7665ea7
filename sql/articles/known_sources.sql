-- Reads:  source_files
-- Writes: nothing
-- Grain:  one row a source
-- Why:    a source whose bytes did not change is not read again
SELECT source, content_hash FROM source_files
