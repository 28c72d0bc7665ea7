-- Reads:  digits
-- Writes: the macro scale_slip(a, b)
-- Why:    57,000,000 for 5,700,000, 510 for 510,000, 328 for 328,724: the same leading digits, a power of ten apart.
--         Factors of 10, 100 and 1,000 are typing; a million and a billion are a lost scale word. Gives the power,
--         or null. A shorter number may be the longer one cut or rounded (48 for 48,025): one per cent is allowed where a
--         scale word is gone, the same leading digits where a digit is.
CREATE OR REPLACE MACRO scale_slip(a, b) AS (
    CASE
        WHEN a IS NULL OR b IS NULL OR a <= 0 OR b <= 0 OR a = b THEN NULL
        WHEN abs(round(log10(b / a))) NOT IN (1, 2, 3, 6, 9) THEN NULL
        WHEN digits(a) = digits(b) THEN round(log10(b / a))::INTEGER
        WHEN abs(round(log10(b / a))) >= 3 AND least(length(digits(a)), length(digits(b))) >= 2
            AND abs(log10(b / a) - round(log10(b / a))) < 0.004 THEN round(log10(b / a))::INTEGER
        WHEN least(length(digits(a)), length(digits(b))) >= 3
            AND (starts_with(digits(a), digits(b)) OR starts_with(digits(b), digits(a))) THEN round(log10(b / a))::INTEGER
    END
)
