-- Reads:  v_languages
-- Writes: nothing
-- Grain:  one row a language
-- Why:    the languages in the ledger, largest first
FROM v_languages
