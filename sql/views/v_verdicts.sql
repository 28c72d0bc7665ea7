-- Reads:  verdicts, claims, fact_claims, facts, figure_text
-- Writes: the view v_verdicts
-- Grain:  one row a claim with a verdict
-- Why:    each verdict beside the sentence that it judges
CREATE OR REPLACE VIEW v_verdicts AS
SELECT
    v.verdict, c.outlet, c.published_at, c.known_at, figure_text(c.value, c.low, c.high, c.bound, c.unit) AS figure,
    c.sentence, v.reason, v.evidence, fc.fact_id, f.label, c.lang, c.claim_id, c.article_id
FROM verdicts AS v
JOIN claims AS c USING (claim_id)
LEFT JOIN fact_claims AS fc USING (claim_id)
LEFT JOIN facts AS f USING (fact_id)
