-- Reads:  evidence
-- Writes: nothing
-- Grain:  one row a counted claim of the facts in slice $slice of $slices, ordered by fact and seq
-- Why:    what the ledger compares claim by claim (claims_pipeline/drift/replay.py), all of it numbers: a source and the
--         significant digits too, so that a batch needs no strings. A vague word reaches up without end.
SELECT
    fact, seq, tight_low AS low, CASE WHEN bound = 'vague' THEN wide_high ELSE tight_high END AS high, wide_low, wide_high,
    coalesce(number, 'nan'::DOUBLE) AS number, coalesce(try_cast(nullif(digits(number), '') AS BIGINT), 0) AS digits,
    bound = 'vague' AS soft, bound IN ('about', 'nearly') AS hazy, bound = 'exact' AS bare, rounded, hash(witness) AS witness,
    grows(attribute) AS grows, epoch_us(known_at) AS heard, speaks_of::DATE - DATE '1970-01-01' AS day, as_of IS NOT NULL AS dated, dateless
FROM evidence
WHERE counted AND fact % $slices = $slice
ORDER BY fact, seq
