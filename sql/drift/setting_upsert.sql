-- Reads:  nothing
-- Writes: settings
-- Grain:  one row a named threshold
-- Why:    the value that the rules used stands beside its meaning
INSERT INTO settings BY NAME
SELECT $setting_name AS name, $value::DOUBLE AS value, $meaning AS meaning
ON CONFLICT (name) DO UPDATE SET value = excluded.value, meaning = excluded.meaning
