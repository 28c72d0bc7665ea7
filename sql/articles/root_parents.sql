-- Reads:  root_carriers, root_pairs
-- Writes: nothing
-- Grain:  one row an article that goes back to an earlier one, with its strongest tie
-- Why:    near copies (share of the shorter text's word triples, higher for short texts, whose triples are few), and
--         articles that credit one source and are about one story: one wire writes many stories a day, so the credit
--         counts only with shared text, unusual figures or a like title, within two days. An outlet's own articles
--         share background paragraphs and the headline of a series ("Wednesday's developments"), so among them more
--         text is asked for; so it is where the source is an outlet ("told CNN"), which is often quoted in passing
WITH tied AS (
    SELECT
        *,
        list_filter(common, lambda c: NOT same_outlet OR c <> coalesce(own, '')) AS credited,
        coalesce(overlap, 0) >= CASE WHEN words < 60 THEN $copy_short ELSE $copy END AND shared >= 4 AND hours <= $copy_hours AS copied
    FROM (SELECT p.*, l.outlet AS own FROM root_pairs AS p JOIN root_carriers AS l ON l.doc = p.doc)
),
kept AS (
    SELECT
        *,
        len(credited) > 0 AND hours <= $credit_hours AND (
            (shared >= 6 AND words >= 60 AND coalesce(overlap, 0) >= CASE
                WHEN same_outlet THEN $credit_overlap_own
                WHEN list_has_any(credited, $wires) THEN $credit_overlap_wire
                ELSE $credit_overlap END)
            OR numbers >= 3
            OR (numbers >= 1 AND coalesce(title, 0) >= $title_with_number AND NOT same_outlet)
            OR (coalesce(title, 0) >= $title_alone AND title_words >= 4 AND NOT same_outlet)
        ) AS by_credit
    FROM tied
)
SELECT
    k.doc, k.of_doc,
    CASE WHEN k.copied THEN 'near_copy' ELSE 'credit' END AS via,
    coalesce(k.overlap, 0) AS overlap, k.numbers, k.number, coalesce(k.title, 0) AS title,
    CASE WHEN len(k.credited) > 0 THEN k.credited[1] END AS source, k.same_outlet
FROM kept AS k
WHERE k.copied OR k.by_credit
QUALIFY row_number() OVER (
    PARTITION BY k.doc ORDER BY k.copied DESC, round(coalesce(k.overlap, 0), 2) DESC, k.numbers DESC, round(coalesce(k.title, 0), 2) DESC, k.of_doc
) = 1
ORDER BY k.doc
