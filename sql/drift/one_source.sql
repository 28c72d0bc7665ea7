-- Reads:  told, found, roots
-- Writes: found
-- Grain:  one row a story whose figures agree in several outlets and all go back to one source
-- Why:    (a credit line names the source; of texts that are merely one, the first in the ledger need not be it)
--         nothing differs, so no other rule speaks; but five outlets that print one agency's figure are one witness, and an
--         editor who counts outlets takes it for confirmed. Nobody independent tells the question at all; a figure that another
--         rule found carries the tag there. One flag a story, for the figure that most outlets print (a headline's and one of
--         something that happened first): all the other figures of a wire's story are its own too. The claim is the one with
--         which the figure reached enough outlets, held against the first telling.
INSERT INTO found BY NAME
WITH alone AS (
    SELECT fact_id
    FROM told
    WHERE modality = 'asserted' AND role <> 'carried' -- told in other words or of a part, it is told all the same
    GROUP BY fact_id
    HAVING count(DISTINCT witness) = 1 AND count(DISTINCT outlet) >= setting('circular_outlets')
),
first_told AS ( -- once an outlet
    SELECT t.fact_id, t.number, t.claim_id, t.article_id, t.outlet, t.seq, t.dateless, t.attribute, t.witness, t.attributed_to
    FROM told AS t
    JOIN alone USING (fact_id)
    WHERE t.counted AND t.number IS NOT NULL AND t.outlet IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY t.fact_id, t.number, t.outlet ORDER BY t.seq) = 1
),
figures AS (
    SELECT
        fact_id, number, count(*) AS outlets, arg_min(claim_id, seq) AS first_id, arg_min(article_id, seq) AS story, arg_min(seq, seq) AS seq,
        list(claim_id ORDER BY seq)[setting('circular_outlets')::INTEGER] AS claim_id, any_value(witness) AS witness, arg_max(article_id, seq) AS teller,
        CASE WHEN 2 * count(attributed_to) >= count(*) THEN mode(attributed_to) END AS quoted,
        coalesce(mode(attribute), 'other') <> 'other' AS happened
    FROM first_told
    GROUP BY fact_id, number
    HAVING count(*) >= setting('circular_outlets')
       AND NOT bool_or(claim_id IN (SELECT claim_id FROM found)) AND NOT bool_or(dateless)
),
headlined AS (
    SELECT DISTINCT fact_id, number FROM told WHERE field = 'title' AND counted
)
SELECT
    f.fact_id, 'agrees' AS relation, f.claim_id, f.first_id AS against_claim_id,
    f.outlets || ' outlets print it and ' || CASE WHEN r.via = 'credit' THEN 'all go back to ' || f.witness
        ELSE 'their texts are one' || coalesce(', which quotes ' || f.quoted, '') END || ', so it has one source' AS detail
FROM figures AS f
LEFT JOIN headlined AS h USING (fact_id, number)
LEFT JOIN (SELECT article_id, any_value(via) AS via FROM roots GROUP BY article_id) AS r ON r.article_id = f.teller
QUALIFY row_number() OVER (PARTITION BY f.story ORDER BY f.happened DESC, h.number IS NOT NULL DESC, f.outlets DESC, abs(f.number) DESC, f.seq, f.fact_id) = 1
