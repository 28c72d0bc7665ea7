-- Reads:  amount_text
-- Writes: the macro bounds_text(low, high, unit)
-- Why:    an interval in words, with an open end said as such: "at least 8", "up to 300", "1,400 to 1,481"
CREATE OR REPLACE MACRO bounds_text(low, high, unit) AS (
    CASE
        WHEN low IS NULL AND high IS NULL THEN 'not known'
        WHEN high IS NULL THEN 'at least ' || amount_text(low, unit)
        WHEN low IS NULL THEN 'up to ' || amount_text(high, unit)
        WHEN low = high THEN amount_text(low, unit)
        ELSE amount_text(low, NULL::VARCHAR) || ' to ' || amount_text(high, unit)
    END
)
