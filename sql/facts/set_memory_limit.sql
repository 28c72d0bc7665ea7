-- Reads:  nothing
-- Writes: the settings of this connection
-- Grain:  none
-- Why:    a lower limit makes DuckDB let go of the pages that it keeps in case they are read again
SET memory_limit = $limit
