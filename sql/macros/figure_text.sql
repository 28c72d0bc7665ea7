-- Reads:  amount_text, bounds_text
-- Writes: the macro figure_text(value, low, high, bound, unit)
-- Why:    what a claim says, in English whatever its language: "more than 200", "about 57,000,000 IDR";
--         a range and a vague word have no value and are told by their interval
CREATE OR REPLACE MACRO figure_text(value, low, high, bound, unit) AS (
    CASE
        WHEN bound = 'vague' THEN 'vaguely ' || bounds_text(low, high, unit)
        WHEN value IS NULL OR bound = 'range' THEN bounds_text(low, high, unit)
        ELSE CASE bound
                WHEN 'at_least' THEN 'at least '
                WHEN 'more_than' THEN 'more than '
                WHEN 'at_most' THEN 'at most '
                WHEN 'less_than' THEN 'fewer than '
                WHEN 'nearly' THEN 'nearly '
                WHEN 'about' THEN 'about '
                ELSE ''
            END || amount_text(value, unit)
    END
)
