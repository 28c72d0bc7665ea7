-- Reads:  nothing
-- Writes: wire_credits
-- Grain:  one row an article whose only source is one news agency
-- Why:    written anew with the roots
DELETE FROM wire_credits
