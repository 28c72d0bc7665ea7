-- Reads:  a Parquet file
-- Writes: nothing
-- Grain:  one row a row
-- Why:    the same for Parquet
SELECT * FROM read_parquet($file)
