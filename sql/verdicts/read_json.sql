-- Reads:  a JSON file (a list of objects, or one object a line)
-- Writes: nothing
-- Grain:  one row an object
-- Why:    the same for JSON
SELECT * FROM read_json_auto($file)
