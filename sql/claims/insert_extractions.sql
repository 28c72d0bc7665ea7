-- Reads:  batch_done
-- Writes: extractions
-- Grain:  one row an article version
-- Why:    marks the version as read by this extractor, also when it holds no claim
INSERT INTO extractions BY NAME SELECT * FROM batch_done
