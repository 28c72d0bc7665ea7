-- Reads:  the variable settings (settings_known.sql)
-- Writes: the macro setting(name) of this connection, in place of the one that looks it up in the table
-- Grain:  one number a name
-- Why:    a threshold is one number while the rules run. As a constant it costs nothing a row, and "the first six of each group" is
--         planned as such; as a subquery each mention is a join of its own (weigh.sql alone has fifty)
CREATE OR REPLACE TEMP MACRO setting(threshold) AS (getvariable('settings')[threshold])
