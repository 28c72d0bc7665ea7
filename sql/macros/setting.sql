-- Reads:  settings
-- Writes: the macro setting(name)
-- Why:    SQL rules name their thresholds: setting('rounding_allowance')
CREATE OR REPLACE MACRO setting(threshold) AS (SELECT s.value FROM settings AS s WHERE s.name = threshold)
