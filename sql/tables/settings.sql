-- Reads:  nothing
-- Writes: settings
-- Grain:  one row a named threshold
-- Why:    every rule in SQL names its threshold, and an analyst can read which value was used
CREATE TABLE IF NOT EXISTS settings (
    name    VARCHAR PRIMARY KEY,
    value   DOUBLE NOT NULL,
    meaning VARCHAR NOT NULL
)
