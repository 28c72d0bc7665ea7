-- Reads:  root_carriers
-- Writes: the temporary table root_shingles
-- Grain:  one row an article and word triple that is no boilerplate; nth counts its carriers in time order
-- Why:    a triple in many articles over many days is the outlet's boilerplate ("sign up for our newsletter") or a
--         common phrase: it says nothing about copying
CREATE OR REPLACE TEMP TABLE root_shingles AS
WITH carried AS (SELECT doc, day, sampled, unnest(shingles) AS shingle FROM root_carriers)
SELECT
    doc, shingle, sampled,
    row_number() OVER (PARTITION BY shingle ORDER BY doc) AS nth,
    count(*) OVER (PARTITION BY shingle) AS carriers
FROM carried
QUALIFY NOT (count(*) OVER (PARTITION BY shingle) > 10
    AND max(day) OVER (PARTITION BY shingle) - min(day) OVER (PARTITION BY shingle) > 8)
