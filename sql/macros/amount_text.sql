-- Reads:  nothing
-- Writes: the macro amount_text(x, unit)
-- Why:    people read 1,234,567 and 2.5 km, not 1234567.0 and 2.5000; a plain count has no unit (null), null stays null
CREATE OR REPLACE MACRO amount_text(x, unit) AS (
    CASE
        WHEN x IS NULL THEN NULL
        WHEN isinf(x::DOUBLE) OR isnan(x::DOUBLE) OR abs(x) >= 1e15 THEN printf('%.4g', x::DOUBLE)
        WHEN x = round(x) THEN format('{:,}', x::BIGINT)
        WHEN abs(x) < 0.001 THEN printf('%.3g', x::DOUBLE)
        ELSE rtrim(rtrim(format('{:,.3f}', x::DOUBLE), '0'), '.')
    END || CASE WHEN coalesce(unit, '') = '' THEN '' WHEN unit IN ('%', 'percent') THEN '%' ELSE ' ' || unit END
)
