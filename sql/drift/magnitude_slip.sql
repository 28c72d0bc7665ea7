-- Reads:  told
-- Writes: found
-- Grain:  one row a claim whose number is another claim's number with the scale or two digits slipped
-- Why:    57 million for 5.7 million, 510 for 510 thousand, 3,758 for 3,785. The claim flagged is the one with fewer
--         independent sources behind its number; when both have as many, the later one, and the flag says that either may have slipped. One significant digit (1, then
--         10 dead; 1 % and 10 % of the capital) is chance or growth, so there the two must stand in one wording, one
--         sentence but for its number. Two figures that are written alike ("1,127" in two languages) were read in two ways.
--         What grows by itself grew from 11 to 110, where a day and more lies between the last 11 and the first 110 and nobody tells less afterwards.
--         Where claims between the two in time tell figures between them (43,000 cases, 85,000, 240,000, 430,000), the
--         fact grew there. What swings slips within a window only: 7.5 points on Wednesday and 75 on Monday are two days.
--         Nor has a figure slipped that two sources nearly tell: "about 260" beside 255, after 26.
--         In a fact of many numbers some share their digits by chance: with 78 numbers of two digits nearly each has a
--         twin under another scale, so the weight falls with the chance of one.
--         Swapped digits are the weakest case: 139 houses, then 319, is growth, and "nearly 710" is 701 rounded. So both
--         numbers must be bare, one source alone tells the odd one, and the figure did not go from the one to the other the
--         way it goes by itself (tolls up, the missing down): not where it went on that way afterwards, nor where the odd
--         number was the first and nobody had told the other before it.
INSERT INTO found BY NAME
WITH numbers AS (
    SELECT
        fact_id, number, count(DISTINCT witness) AS witnesses, min(seq) AS first_seq, arg_min(claim_id, seq) AS first_id,
        min(known_at) AS first_at, max(known_at) AS last_at, max(seq) AS last_seq,
        bool_or(swings(kind, unit, measure, attribute, noun, level)) AS swings, count(*) OVER (PARTITION BY fact_id) AS numbers,
        bool_or(bound = 'exact') AS bare, list(DISTINCT quote) AS quotes, list(DISTINCT masked) FILTER (length(masked) >= setting('wording_letters')) AS wordings,
        CASE WHEN bool_or(attribute = 'missing') THEN -1 WHEN bool_and(grows(attribute)) THEN 1 ELSE 0 END AS goes,
        bool_and(coalesce(attribute, 'other') <> 'other') AS happened
    FROM told
    WHERE counted AND number > 0
    GROUP BY fact_id, number
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY fact_id ORDER BY witnesses DESC, first_seq) AS place FROM numbers
),
pairs AS (
    SELECT
        slip.fact_id, slip.number AS slipped, plain.number AS plain, slip.witnesses, plain.witnesses AS plain_witnesses,
        plain.first_id, scale_slip(plain.number, slip.number) AS power, least(slip.first_seq, plain.first_seq) AS from_seq,
        greatest(slip.last_seq, plain.last_seq) AS to_seq, slip.goes, slip.first_seq, slip.last_seq,
        slip.goes = 1 AND slip.happened AND greatest(slip.first_at, plain.first_at)
            > CASE WHEN slip.number > plain.number THEN plain.last_at ELSE slip.last_at END + to_hours(setting('window_hours')::INTEGER) AS grown, plain.first_seq AS plain_first_seq,
        plain.last_seq AS plain_last_seq,
        (slip.numbers - 1) / (9 * 10 ** (least(length(digits(slip.number)), length(digits(plain.number))) - 1)) AS chance
    FROM ranked AS slip
    JOIN ranked AS plain ON plain.fact_id = slip.fact_id AND plain.place < 50
    WHERE (plain.witnesses > slip.witnesses OR (plain.witnesses = slip.witnesses AND plain.first_seq < slip.first_seq))
      AND slip.first_at <= plain.last_at + to_days(setting('slip_days')::INTEGER)
      AND slip.last_at >= plain.first_at - to_days(setting('slip_days')::INTEGER)
      AND (NOT slip.swings OR (slip.first_at <= plain.last_at + to_hours(setting('window_hours')::INTEGER)
                               AND slip.last_at >= plain.first_at - to_hours(setting('window_hours')::INTEGER)))
      AND ((slip.witnesses = 1 AND slip.bare AND plain.bare AND (slip.number - plain.number) % 9 = 0 -- so it is wherever digits change places: seldom, and soon seen
            AND swapped_digits(plain.number, slip.number))
           OR (scale_slip(plain.number, slip.number) IS NOT NULL
               AND (length(digits(slip.number)) > 1 OR list_has_any(slip.wordings, plain.wordings))))
      AND NOT list_has_any(slip.quotes, plain.quotes)
),
best AS (
    SELECT * FROM pairs AS p
    WHERE (p.power IS NULL OR NOT p.grown OR EXISTS ( -- what grows grew, unless less is told after it
        FROM numbers AS m
        WHERE m.fact_id = p.fact_id AND m.last_seq > greatest(p.first_seq, p.plain_first_seq) AND 1.5 * m.number < greatest(p.slipped, p.plain)))
      AND NOT EXISTS (
        FROM numbers AS m
        WHERE m.fact_id = p.fact_id AND m.first_seq BETWEEN p.from_seq AND p.to_seq
          AND m.number > 1.5 * least(p.slipped, p.plain) AND m.number < greatest(p.slipped, p.plain) / 1.5)
      AND NOT EXISTS (
          FROM numbers AS m
          WHERE m.fact_id = p.fact_id AND p.power IS NOT NULL AND m.number <> p.slipped AND m.witnesses >= setting('moved_on_witnesses')
            AND abs(m.number - p.slipped) <= setting('rounding_share') * p.slipped AND scale_slip(p.plain, m.number) IS NULL)
      AND (p.power IS NOT NULL OR p.goes = 0 OR CASE
          WHEN p.first_seq < p.plain_first_seq THEN (p.plain - p.slipped) * p.goes < 0 -- the odd one came first: its way is no growth
          WHEN p.plain_last_seq > p.first_seq THEN true -- the plain one was told again
          ELSE NOT EXISTS (
              FROM numbers AS m
              WHERE m.fact_id = p.fact_id AND m.last_seq > p.last_seq AND (m.number - p.slipped) * p.goes > 0 AND (p.slipped - p.plain) * p.goes > 0)
      END)
    QUALIFY row_number() OVER (PARTITION BY fact_id, slipped ORDER BY power IS NULL, plain_witnesses DESC, plain) = 1
)
SELECT
    b.fact_id, 'magnitude_slip' AS relation, t.claim_id, b.first_id AS against_claim_id,
    CASE WHEN b.power IS NULL THEN 0.6 WHEN length(digits(b.slipped)) = 1 THEN 0.6
         ELSE least(1, greatest(setting('trust_floor'), setting('slip_chance') / nullif(b.chance, 0))) END AS weight,
    CASE WHEN b.power IS NULL THEN 'two digits are swapped'
         ELSE CASE abs(b.power) WHEN 1 THEN 'ten' WHEN 2 THEN 'a hundred' WHEN 3 THEN 'a thousand' WHEN 6 THEN 'a million' ELSE 'a billion' END || ' times '
             || CASE WHEN b.witnesses = b.plain_witnesses THEN CASE WHEN b.power > 0 THEN 'as much' ELSE 'less' END || ', and nobody else tells which of the two slipped'
                     ELSE 'too ' || CASE WHEN b.power > 0 THEN 'high' ELSE 'low' END END
    END AS detail
FROM best AS b
JOIN told AS t ON t.fact_id = b.fact_id AND t.number = b.slipped AND t.counted
WHERE t.claim_id <> b.first_id AND (b.power IS NOT NULL OR t.bound = 'exact')
