-- Reads:  v_flags
-- Writes: the temporary table alert_leads
-- Grain:  one row an open flag that stands for its matter
-- Why:    what may be told. Flags that repeat a matter are not told apart from it. The grades are those of the report
CREATE OR REPLACE TEMP TABLE alert_leads AS
SELECT
    *, concat(figure, ' against ', against_figure) AS figures,
    CASE WHEN severity >= 0.75 THEN 2 WHEN severity >= 0.5 THEN 1 ELSE 0 END AS grade
FROM v_flags
WHERE state = 'open' AND lead
