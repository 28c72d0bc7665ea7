-- Reads:  information_schema.tables
-- Writes: nothing
-- Grain:  one row
-- Why:    a ledger whose texts were never embedded has no vectors to search
SELECT count(*) > 0 AS there FROM information_schema.tables WHERE table_name = $table
