-- Reads:  the catalogue
-- Writes: nothing
-- Grain:  one row a view of ours
-- Why:    views go before the tables that they read
SELECT view_name FROM duckdb_views() WHERE NOT internal
