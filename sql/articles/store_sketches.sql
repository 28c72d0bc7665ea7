-- Reads:  incoming_sketches (registered by the step)
-- Writes: article_sketches
-- Grain:  one row an article
-- Why:    a new version of an article replaces the sketch of the old one
INSERT OR REPLACE INTO article_sketches BY NAME SELECT * FROM incoming_sketches
