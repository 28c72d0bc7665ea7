-- Reads:  nothing
-- Writes: the macro granule(number)
-- Why:    the unit of a number's last digit that is not zero: 100 for 16,700; 1,000,000 for 5,000,000; 1 for 203.
--         It says how coarse the writer counted.
CREATE OR REPLACE MACRO granule(number) AS (
    CASE
        WHEN number IS NULL OR number = 0 OR abs(number) >= 1e15 THEN NULL
        WHEN number <> round(number) THEN 0
        ELSE 10 ** (length(printf('%d', abs(number)::BIGINT)) - length(rtrim(printf('%d', abs(number)::BIGINT), '0')))
    END
)
