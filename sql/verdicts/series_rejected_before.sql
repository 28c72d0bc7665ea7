-- Reads:  nothing
-- Writes: rejected
-- Grain:  one row a line that could not be read
-- Why:    a file that is loaded again reports its bad lines once
DELETE FROM rejected WHERE source = $file
