-- Reads:  named
-- Writes: thing_names (temporary)
-- Grain:  one row a counted thing and its language
-- Why:    its name in English, or in quotes as it is written where no dictionary knows it
CREATE OR REPLACE TEMP TABLE thing_names AS SELECT noun, lang, name FROM named
