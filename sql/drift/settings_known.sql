-- Reads:  settings
-- Writes: the variable settings of this connection
-- Grain:  one map of names to numbers
-- Why:    see settings_fixed.sql
SET VARIABLE settings = (SELECT map_from_entries(list((name, value))) FROM settings)
