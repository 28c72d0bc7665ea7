-- Reads:  texts (an Arrow table given by the step)
-- Writes: claim_texts
-- Grain:  one row a claim
-- Why:    which texts stand for which claim; written again when the claim is read differently or embedded by another model
INSERT OR REPLACE INTO claim_texts BY NAME
SELECT *, hash(focus_hash, context_hash, noun_hash, names, near, words, noun_words, topics, beside_left, beside_right, level, happening, article_happening) AS print
FROM texts
