-- Reads:  digits
-- Writes: the macro scale_slip(a, b)
-- Why:    57,000,000 for 5,700,000, 510 for 510,000, 328 for 328,724: the same digits, a power of ten apart. Factors of 10,
--         100 and 1,000 are typing; a million and a billion are a lost scale word. Gives the power, or null. All digits
--         are equal (7,083 and 7.073 are two levels of one index), or the shorter number is a whole one of two digits and more and is
--         the longer one cut at a thousand.
CREATE OR REPLACE MACRO scale_slip(a, b) AS (
    CASE
        WHEN a IS NULL OR b IS NULL OR a <= 0 OR b <= 0 OR a = b THEN NULL
        WHEN abs(round(log10(b / a))) NOT IN (1, 2, 3, 6, 9) THEN NULL
        WHEN digits(a) = digits(b) THEN round(log10(b / a))::INTEGER
        WHEN abs(round(log10(b / a))) >= 3 AND least(length(digits(a)), length(digits(b))) >= 2 AND least(a, b) = round(least(a, b))
            AND floor(greatest(a, b) / 10 ** abs(round(log10(b / a)))) = least(a, b) THEN round(log10(b / a))::INTEGER
    END
)
