-- Reads:  nothing
-- Writes: the macro grows(attribute)
-- Why:    a toll is counted on and on, so a later and higher figure is news. How many drones were fired, how many
--         attended or voted, is settled when it has happened: a later and different figure from another source is
--         a contradiction, however many days lie between.
CREATE OR REPLACE MACRO grows(attribute) AS (coalesce(attribute, 'other') NOT IN ('fired', 'attended', 'voted'))
