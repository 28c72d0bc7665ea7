-- Reads:  incoming_files (registered by the step)
-- Writes: source_files
-- Grain:  one row a file or URL, in the version just read
-- Why:    written last, so that a file whose reading broke off is read again
INSERT OR REPLACE INTO source_files BY NAME SELECT * FROM incoming_files
