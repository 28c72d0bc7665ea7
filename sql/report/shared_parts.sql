-- Reads:  claim_links, claim_pairs, claim_texts, claims
-- Writes: nothing
-- Grain:  one row, for the two claims; none where one of them was not linked
-- Why:    whether two claims were compared, and what they share of what the search goes by
SELECT
    EXISTS (
        FROM claim_pairs AS p WHERE (p.owner = la.number AND p.other = lb.number) OR (p.owner = lb.number AND p.other = la.number)
    ) AS compared,
    list_sort(list_intersect(list_concat(ta.names, ta.topics), list_concat(tb.names, tb.topics))) AS names,
    list_distinct(list_concat(ta.names, ta.topics))[:6] AS names_a,
    list_distinct(list_concat(tb.names, tb.topics))[:6] AS names_b,
    list_sort(list_intersect(ta.noun_words, tb.noun_words)) AS nouns,
    a.attribute = b.attribute AND a.attribute <> 'other' AS same_attribute,
    coalesce(a.unit = b.unit, FALSE) AS same_unit
FROM claim_links AS la, claim_links AS lb, claim_texts AS ta, claim_texts AS tb, claims AS a, claims AS b
WHERE la.claim_id = $a AND lb.claim_id = $b AND ta.claim_id = $a AND tb.claim_id = $b AND a.claim_id = $a AND b.claim_id = $b
