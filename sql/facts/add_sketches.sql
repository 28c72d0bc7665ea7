-- Reads:  sketches (given by the step)
-- Writes: claim_sketches
-- Grain:  one row a claim
-- Why:    claims of later days look back at it
INSERT INTO claim_sketches BY NAME SELECT number, lang, day, sketch FROM sketches
