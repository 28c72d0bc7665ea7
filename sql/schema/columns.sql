-- Reads:  the catalogue
-- Writes: nothing
-- Grain:  one row a column of a table
-- Why:    a ledger that another version made is recognised by its columns
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())
ORDER BY table_name, column_index
