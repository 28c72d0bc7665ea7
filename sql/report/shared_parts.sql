-- Reads:  claim_links, claim_texts, claims
-- Writes: nothing
-- Grain:  one row, for the two claims; none where one of them was not linked
-- Why:    two claims are compared when they share a search key, which is a name or an event with a counted thing:
--         this says what of it they share
SELECT
    len(list_intersect(la.keys, lb.keys)) AS keys,
    len(la.keys) AS keys_a,
    len(lb.keys) AS keys_b,
    list_sort(list_intersect(list_concat(ta.names, ta.topics), list_concat(tb.names, tb.topics))) AS names,
    list_distinct(list_concat(ta.names, ta.topics))[:6] AS names_a,
    list_distinct(list_concat(tb.names, tb.topics))[:6] AS names_b,
    list_sort(list_intersect(ta.noun_words, tb.noun_words)) AS nouns,
    a.attribute = b.attribute AND a.attribute <> 'other' AS same_attribute,
    coalesce(a.unit = b.unit, FALSE) AS same_unit
FROM claim_links AS la, claim_links AS lb, claim_texts AS ta, claim_texts AS tb, claims AS a, claims AS b
WHERE la.claim_id = $a AND lb.claim_id = $b AND ta.claim_id = $a AND tb.claim_id = $b AND a.claim_id = $a AND b.claim_id = $b
