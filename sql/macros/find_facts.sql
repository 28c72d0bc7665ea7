-- Reads:  facts, as_words, bounds_text
-- Writes: the table macro find_facts(words)
-- Grain:  one row a fact whose label, noun, scope and place contain every word
-- Why:    from a few words of English to a fact's id; more in common first, then the widest told
CREATE OR REPLACE MACRO find_facts(words) AS TABLE
WITH wanted AS (
    SELECT list_filter(
        list_transform(string_split(trim(coalesce(words, '')), ' '), lambda w: trim(as_words(w))), lambda w: w <> ''
    ) AS terms
)
SELECT
    f.fact_id, f.label, f.status, bounds_text(f.current_low, f.current_high, f.unit) AS current_range,
    f.recommended, f.recommended_rule, f.claims, f.outlets, f.roots, f.first_claim_at, f.last_claim_at
FROM facts AS f, wanted
WHERE len(list_filter(wanted.terms, lambda t: NOT contains(
    as_words(concat_ws(' ', f.label, f.noun, f.scope, f.place, f.attribute, f.fact_id)), ' ' || t))) = 0
ORDER BY f.roots DESC, f.claims DESC, f.fact_id
