-- Reads:  told, claims
-- Writes: fact_timeline
-- Grain:  one row a claim that counts people where others of its fact count households, or the other way
-- Why:    1,200 families and 4,800 people are one answer at four a family. The factor is the one that an article of the fact
--         states ("4 people per household"); where none does, a named setting, and the note says which. A fit within the
--         allowance for a factor is compatible; a misfit says nothing, because families differ.
UPDATE fact_timeline
SET note = fits.words, against_claim_id = CASE WHEN relation IS NULL THEN fits.other_id ELSE against_claim_id END,
    relation = coalesce(relation, 'compatible')
FROM (
    WITH rates AS ( -- stated factors, by article
        SELECT article_id, content_hash, max(value) AS people
        FROM claims
        WHERE kind = 'rate' AND value BETWEEN 1 AND 20
          AND counted_as(regexp_extract(unit, '^(.+) per ', 1), NULL) = 'person' AND counted_as(regexp_extract(unit, ' per (.+)$', 1), NULL) = 'household'
        GROUP BY article_id, content_hash
    ),
    stated AS (
        SELECT t.fact_id, arg_max(r.people, t.seq) AS people
        FROM told AS t
        JOIN rates AS r ON r.article_id = t.article_id AND r.content_hash = t.content_hash
        GROUP BY t.fact_id
    ),
    pairs AS (
        SELECT
            t.claim_id, o.claim_id AS other_id, o.seq, CASE t.unit WHEN 'household' THEN t.number ELSE o.number END AS households,
            CASE t.unit WHEN 'person' THEN t.number ELSE o.number END AS people,
            coalesce(s.people, setting('household_size')) AS factor, s.people IS NOT NULL AS said
        FROM told AS t
        JOIN told AS o ON o.fact_id = t.fact_id AND o.seq < t.seq AND o.unit = CASE t.unit WHEN 'household' THEN 'person' ELSE 'household' END
        LEFT JOIN stated AS s ON s.fact_id = t.fact_id
        WHERE t.unit IN ('household', 'person') AND t.number > 0 AND o.number > 0 AND t.role <> 'carried'
    )
    SELECT
        claim_id, arg_max(other_id, seq) AS other_id,
        arg_max(amount_text(households, NULL::VARCHAR) || ' households of ' || amount_text(factor, NULL::VARCHAR)
            || CASE WHEN said THEN ' (as stated)' ELSE ' (by setting)' END || ' are ' || amount_text(households * factor, NULL::VARCHAR)
            || ' people: that fits ' || amount_text(people, NULL::VARCHAR), seq) AS words
    FROM pairs
    WHERE abs(households * factor - people) <= people * setting('household_tolerance')
    GROUP BY claim_id
) AS fits
WHERE fact_timeline.claim_id = fits.claim_id
