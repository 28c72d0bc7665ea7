-- Reads:  told
-- Writes: found
-- Grain:  one row an undated claim that cannot be true together with an undated claim of another source
-- Why:    whoever reads in a folder of undated texts expects to hear that one says 8 dead and the other 12. Without dates nobody knows
--         which came first, so neither revises the other; but both are told as today's, and the two exclude each other. Each is held
--         against the figure that most sources tell (the first of those, where several are told by as many), so that a fact of a
--         thousand claims costs a thousand pairs. What grows may only have been told at two times, so there the flag weighs less; what the texts
--         date to two days, what swings, and a figure that some article tells beside the other is none.
INSERT INTO found BY NAME
WITH undated AS (
    SELECT fact_id, claim_id, seq, number, bound, witness, article_id, content_hash, as_of, attribute, wide_low, wide_high
    FROM told
    WHERE dateless AND counted AND bound <> 'vague' AND NOT swings(kind, unit, measure, attribute, noun, level)
),
figures AS (
    SELECT fact_id, number, count(DISTINCT witness) AS witnesses, min(seq) AS first_seq
    FROM undated
    WHERE number IS NOT NULL
    GROUP BY fact_id, number
),
most AS (
    SELECT u.*, f.witnesses AS told_by
    FROM (FROM figures QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY witnesses DESC, first_seq) = 1) AS f
    JOIN undated AS u ON u.fact_id = f.fact_id AND u.seq = f.first_seq
)
SELECT
    u.fact_id, 'contradicts' AS relation, u.claim_id, m.claim_id AS against_claim_id, CASE WHEN grows(u.attribute) THEN 0.7 ELSE 1 END AS weight,
    CASE WHEN m.told_by > 1 THEN m.told_by || ' independent sources say otherwise; ' ELSE '' END || 'neither text is dated' AS detail
FROM undated AS u
JOIN most AS m ON m.fact_id = u.fact_id
WHERE u.witness <> m.witness AND (u.wide_low > m.wide_high OR u.wide_high < m.wide_low) AND coalesce(u.as_of = m.as_of, true)
  AND NOT coalesce(u.number = m.number AND 'exact' IN (u.bound, m.bound), false)
  AND NOT EXISTS ( -- its own article tells the other figure too, or the other's article this one
      FROM undated AS o WHERE o.fact_id = u.fact_id AND o.article_id = u.article_id AND o.content_hash = u.content_hash AND o.number = m.number)
  AND NOT EXISTS (
      FROM undated AS o WHERE o.fact_id = u.fact_id AND o.article_id = m.article_id AND o.content_hash = m.content_hash AND o.number = u.number)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = u.claim_id)
