-- Reads:  folded
-- Writes: replay
-- Grain:  one row a counted claim
-- Why:    the lines of the stretch
INSERT INTO replay BY NAME
SELECT fact_id, unnest(state.log, max_depth := 2) FROM folded
