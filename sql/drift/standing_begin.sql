-- Reads:  stretches
-- Writes: standing (temporary)
-- Grain:  one row a fact: its state after the stretch folded last
-- Why:    before the first stretch nothing is believed; the first claim opens the fact
CREATE OR REPLACE TEMP TABLE standing AS
SELECT fact_id, told[1] AS state FROM stretches WHERE stretch = 0
