-- Reads:  fact_claims, claims, facts, fact_timeline, fact_history, verdicts, article_versions, roots, figure_text, bounds_text
-- Writes: the table macro show_fact(wanted)
-- Grain:  one row a claim of the fact, in time order; an id that a merge or split retired answers with its successors
-- Why:    the whole story of a figure on one screen: who said what, what was believed before and after, and why the
--         claim is counted here; with null, the story of every fact
CREATE OR REPLACE MACRO show_fact(wanted) AS TABLE
WITH RECURSIVE walk(fact_id) AS (
    SELECT wanted::VARCHAR
    UNION
    SELECT h.new_fact_id
    FROM walk AS w
    JOIN fact_history AS h ON h.old_fact_id = w.fact_id
)
SELECT
    fc.fact_id, t.seq, coalesce(t.speaks_of, c.known_at) AS speaks_of, c.known_at, c.published_at, c.outlet, c.lang,
    figure_text(c.value, c.low, c.high, c.bound, c.unit) AS figure, t.role, t.relation, c.modality,
    bounds_text(t.state_low_before, t.state_high_before, c.unit) AS state_before,
    bounds_text(t.state_low_after, t.state_high_after, c.unit) AS state_after,
    c.sentence, c.quote, c.start_char - c.sentence_start AS mark_from, c.end_char - c.sentence_start AS mark_to,
    c.attributed_to, v.verdict, r.root_id, fc.score AS link_score, fc.reason AS link_reason, a.url, a.title,
    c.low, c.high, t.state_low_before, t.state_high_before, t.state_low_after, t.state_high_after,
    t.against_claim_id, c.article_id, c.claim_id, t.note
FROM fact_claims AS fc
JOIN claims AS c USING (claim_id)
LEFT JOIN fact_timeline AS t ON t.claim_id = fc.claim_id
LEFT JOIN verdicts AS v ON v.claim_id = fc.claim_id
LEFT JOIN article_versions AS a ON a.article_id = c.article_id AND a.content_hash = c.content_hash
LEFT JOIN roots AS r ON r.article_id = c.article_id
WHERE wanted IS NULL OR fc.fact_id IN (SELECT w.fact_id FROM walk AS w)
ORDER BY fc.fact_id, t.seq, c.known_at, c.claim_id
