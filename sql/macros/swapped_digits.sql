-- Reads:  nothing
-- Writes: the macro swapped_digits(a, b)
-- Why:    3,758 for 3,785: two neighbouring digits changed places. Numbers under 100 are left out: 12 and 21 are two
--         honest tolls more often than one slip.
CREATE OR REPLACE MACRO swapped_digits(a, b) AS (
    a IS NOT NULL AND b IS NOT NULL AND a <> b AND a = round(a) AND b = round(b) AND abs(a) < 1e15 AND abs(b) < 1e15
    AND least(a, b) >= 100
    AND length(printf('%d', a::BIGINT)) = length(printf('%d', b::BIGINT))
    AND len(list_filter(range(1, length(printf('%d', a::BIGINT))), lambda i:
        substr(printf('%d', a::BIGINT), 1, i - 1) || substr(printf('%d', a::BIGINT), i + 1, 1)
        || substr(printf('%d', a::BIGINT), i, 1) || substr(printf('%d', a::BIGINT), i + 2) = printf('%d', b::BIGINT))) > 0
)
