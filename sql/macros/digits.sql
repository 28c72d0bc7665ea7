-- Reads:  nothing
-- Writes: the macro digits(number)
-- Why:    the significant digits as text, "57" for 5,700,000 and for 57: equal digits under another scale are a slip
CREATE OR REPLACE MACRO digits(number) AS (
    CASE
        WHEN number IS NULL OR number = 0 OR abs(number) >= 1e15 THEN ''
        ELSE trim(replace(rtrim(CASE WHEN number = round(number) THEN printf('%d', abs(number)::BIGINT)
                                     ELSE rtrim(printf('%.6f', abs(number)), '0') END, '0'), '.', ''), '0')
    END
)
