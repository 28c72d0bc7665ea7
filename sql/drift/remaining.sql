-- Reads:  remained (an Arrow table given by the step)
-- Writes: remaining (temporary)
-- Grain:  one row a claim of the flags whose words say that its count goes down by itself
-- Why:    the words are those of the language files, so they are read in Python
CREATE OR REPLACE TEMP TABLE remaining AS SELECT claim_id FROM remained
