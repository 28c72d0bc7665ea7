-- Reads:  changed_facts, fact_claims, claims, article_versions, witnesses, partial
-- Writes: evidence (temporary)
-- Grain:  one row a claim of a changed fact, numbered in the order in which the claims became known
-- Why:    each claim as the ledger compares it: one scale, closed or infinite ends, allowances beside the words.
--         tight is what the words say: "more than 50 %" excludes 50, "nearly 500" excludes 500.
--         wide adds what the writer may have meant: a bare 200 may be 195, "thousands" does not exclude 22,000.
--         Inside a day without clock times nobody knows the order: there the lower figure counts as the earlier one
--         (a toll grows), and the hedged one as earlier than the bare one (hedges fall off).
--         dateless claims have no place in time: they never move the state. A part of the whole is shown where most tell the whole,
--         and so is what befell others: 27 deaths that were linked with the cases of an outbreak are no lower count of cases.
CREATE OR REPLACE TEMP TABLE evidence AS
WITH said AS MATERIALIZED (
    SELECT
        fact, fc.fact_id, c.claim_id, c.article_id, c.field, c.start_char, w.witness, c.bound, counted_as(c.noun, c.unit) AS unit, c.kind, c.attribute, c.known_at,
        c.as_of, c.modality, c.carried_from,
        c.known_at = date_trunc('day', c.known_at) AS clockless, coalesce(dateless(c.published_at, c.known_at, v.first_seen_at), false) AS dateless,
        CASE c.kind WHEN 'fraction' THEN 100 ELSE 1 END AS scale,
        coalesce(c.value, CASE WHEN c.low = c.high THEN c.low END) * scale AS number,
        CASE WHEN c.bound = 'more_than' AND c.value = c.low THEN c.low * scale + greatest(abs(c.low * scale), 1) * 1e-9
             ELSE c.low * scale END AS from_low,
        CASE WHEN c.bound = 'nearly' AND c.kind = 'count' AND c.value > 1 THEN (c.value - 1) * scale
             WHEN c.bound IN ('nearly', 'less_than') AND c.value = c.high
             THEN c.high * scale - greatest(abs(c.high * scale), 1) * 1e-9
             ELSE c.high * scale END AS to_high,
        granule(number) AS unit_of_digits, p.claim_id IS NOT NULL AS part
    FROM changed_facts
    JOIN fact_claims AS fc USING (fact_id)
    JOIN claims AS c USING (claim_id)
    JOIN witnesses AS w ON w.article_id = c.article_id
    LEFT JOIN partial AS p ON p.claim_id = c.claim_id
    LEFT JOIN article_versions AS v ON v.article_id = c.article_id AND v.content_hash = c.content_hash
),
main_units AS ( -- the unit that most tell; of 14 kilometres and 14 miles, told once each, the one told first
    SELECT fact_id, arg_max(unit, (claims, -first_at, unit)) AS main_unit
    FROM (SELECT fact_id, unit, count(*) AS claims, epoch_us(min(known_at)) AS first_at FROM said WHERE unit IS NOT NULL GROUP BY fact_id, unit)
    GROUP BY fact_id
),
main_attributes AS ( -- what happened, in the same way
    SELECT fact_id, arg_max(attribute, (claims, -first_at, attribute)) AS main_attribute
    FROM (SELECT fact_id, attribute, count(*) AS claims, epoch_us(min(known_at)) AS first_at FROM said WHERE attribute <> 'other' GROUP BY fact_id, attribute)
    GROUP BY fact_id
),
main_parts AS (SELECT fact_id, avg(part::INTEGER) > 0.5 AS main_part FROM said GROUP BY fact_id),
compared AS (
    SELECT
        said.*,
        coalesce(from_low, '-infinity'::DOUBLE) AS tight_low,
        coalesce(to_high, 'infinity'::DOUBLE) AS tight_high,
        bound = 'exact' AND unit_of_digits >= setting('rounding_from_granule') AND kind IN ('count', 'money', 'measure', 'rate') AS rounded,
        -- 33 % may be 33.3 %; "a third" is a word for anything near it
        CASE WHEN kind = 'fraction' THEN abs(number) * setting('fraction_share')
             WHEN number = round(number) THEN setting('percent_unit') WHEN number * 10 = round(number * 10) THEN setting('percent_unit') / 10
             ELSE 0 END AS share_allowance,
        modality = 'asserted' AND carried_from IS NULL AND (from_low IS NOT NULL OR to_high IS NOT NULL)
            AND (unit IS NULL OR main_unit IS NULL OR unit = main_unit) AND part = main_part
            AND NOT attributes_apart(attribute, main_attribute) AS counted
    FROM said
    JOIN main_parts USING (fact_id)
    LEFT JOIN main_units USING (fact_id)
    LEFT JOIN main_attributes USING (fact_id)
)
SELECT
    fact, fact_id, claim_id, article_id, witness, bound, unit, kind, attribute, known_at, as_of, clockless, dateless, number, carried_from, counted,
    rounded, tight_low, tight_high,
    CASE WHEN kind IN ('percent', 'fraction') AND bound = 'exact' THEN tight_low - share_allowance
         WHEN rounded THEN tight_low - least(unit_of_digits * setting('rounding_below'), abs(number) * setting('rounding_share'))
         ELSE tight_low END AS wide_low,
    CASE WHEN bound = 'vague' THEN 'infinity'::DOUBLE
         WHEN kind IN ('percent', 'fraction') AND bound = 'exact' THEN tight_high + share_allowance
         WHEN rounded THEN tight_high + least(unit_of_digits * setting('rounding_above'), abs(number) * setting('rounding_share'))
         ELSE tight_high END AS wide_high,
    coalesce(as_of::TIMESTAMP, known_at) AS speaks_of,
    row_number() OVER (
        PARTITION BY fact_id
        ORDER BY known_at + CASE WHEN clockless THEN INTERVAL 12 HOUR ELSE INTERVAL 0 HOUR END,
                 coalesce(number, tight_low), bound = 'exact', field <> 'text', article_id, start_char, claim_id
    )::INTEGER AS seq
FROM compared
