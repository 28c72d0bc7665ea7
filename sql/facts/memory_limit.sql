-- Reads:  the settings of this connection
-- Writes: nothing
-- Grain:  one row
-- Why:    what to go back to
SELECT current_setting('memory_limit')
