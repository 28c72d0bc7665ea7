-- Reads:  merged
-- Writes: drift
-- Grain:  one row a flag
-- Why:    new flags enter, known ones come back
INSERT INTO drift BY NAME
SELECT * FROM merged
