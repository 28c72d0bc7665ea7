-- Reads:  nothing
-- Writes: settings
-- Grain:  one row a named threshold
-- Why:    the values that the rules used stand beside their meanings
INSERT INTO settings BY NAME
SELECT unnest($setting_names::VARCHAR[]) AS name, unnest($setting_values::DOUBLE[]) AS value, unnest($meanings::VARCHAR[]) AS meaning
ON CONFLICT (name) DO UPDATE SET value = excluded.value, meaning = excluded.meaning
