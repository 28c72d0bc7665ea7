-- Reads:  the catalogue
-- Writes: nothing
-- Grain:  no row before the first vector, else the type of the vectors, for example FLOAT[384]
-- Why:    a model of another width must not be mixed in
SELECT data_type FROM duckdb_columns() WHERE table_name = 'claim_embeddings' AND column_name = 'embedding'
