-- Reads:  a CSV file
-- Writes: nothing
-- Grain:  one row a line
-- Why:    a reference series as text, so that a bad value is rejected by name and not by the reader
SELECT * FROM read_csv($file, all_varchar = true, header = true)
