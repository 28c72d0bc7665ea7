-- Reads:  told, slip_units
-- Writes: found
-- Grain:  one row a claim that tells a number with another unit than an earlier claim of the fact
-- Why:    barrels for barrels per day, people for families, kilometres for miles: the number stays, what it measures is
--         another thing. A thing counted without any unit where others give a rate has lost its "per day" too; there the
--         number must be unusual and whole, because a broken one counts nothing ("372.36 ugram": a unit that was not known), and the noun
--         written. A sentence that has a "per" beside its number lost none; percent and percentage points are two things only where
--         something moved. One digit recurs by chance (10 inches on the coast, 10 cm inland) and weighs half. A price is told without what
--         it buys by whoever has told it ("rose to $62.59", a premium of 42,000): of 17 such flags of real news none was wanted, so
--         money loses nothing. Nor does an article whose text gives the rate that its headline cuts short. Either of the two may be
--         wrong; the one with fewer independent sources behind its unit leads.
INSERT INTO found BY NAME
WITH measured AS (
    SELECT *, coalesce(unit, CASE WHEN kind = 'count' AND noun <> '' AND number = round(number) AND length(digits(number)) >= 2 THEN 'no unit' END) AS label
    FROM told
    WHERE number IS NOT NULL AND role <> 'carried' AND modality = 'asserted'
),
units AS (
    SELECT fact_id, number, label, count(DISTINCT witness) AS witnesses, min(seq) AS first_seq, arg_min(claim_id, seq) AS first_id, arg_min(masked, seq) AS masked,
        any_value(kind) = 'money' AS money, list(DISTINCT article_id || content_hash) AS articles
    FROM measured
    WHERE label IS NOT NULL
    GROUP BY fact_id, number, label
),
pairs AS (
    SELECT m.fact_id, m.claim_id, m.number, u.first_id, u.label AS other_label, m.label, u.witnesses, own.witnesses < u.witnesses AS odd
    FROM measured AS m
    JOIN units AS u ON u.fact_id = m.fact_id AND u.number = m.number AND u.label <> m.label AND u.first_seq < m.seq
        AND NOT (starts_with(u.label, m.label || ' per ') AND says_per(m.masked)) AND NOT (starts_with(m.label, u.label || ' per ') AND says_per(u.masked))
        AND NOT (m.kind = 'money' AND starts_with(u.label, m.label || ' per ') OR u.money AND starts_with(m.label, u.label || ' per '))
    JOIN units AS own ON own.fact_id = m.fact_id AND own.number = m.number AND own.label = m.label
    WHERE ((slip_units(m.label, u.label) AND ('percentage point' NOT IN (m.label, u.label) OR m.measure = 'change'))
           OR (m.label = 'no unit' AND contains(u.label, ' per ')) OR (u.label = 'no unit' AND contains(m.label, ' per ')))
      AND NOT (m.field = 'title' AND list_contains(u.articles, m.article_id || m.content_hash))
)
SELECT fact_id, 'unit_slip' AS relation, claim_id, arg_max(first_id, (witnesses, first_id)) AS against_claim_id,
       CASE WHEN bool_or(odd) THEN 1 ELSE 0.5 END * CASE WHEN max(length(digits(number))) > 1 THEN 1 ELSE 0.5 END AS weight,
       any_value(label) || ' instead of ' || arg_max(other_label, (witnesses, first_id)) AS detail
FROM pairs
GROUP BY fact_id, claim_id
