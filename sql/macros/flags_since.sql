-- Reads:  drift, flag_certainty, facts, claims, article_versions, roots, figure_text, drift_text
-- Writes: the table macro flags_since(since)
-- Grain:  one row a flag detected at or after the UTC time given, in any state; with null, all flags
-- Why:    a flag with everything that an editor needs beside it: both claims, their sentences, outlets, times
--         and links; sentence[mark_from:mark_to] (counted from 0, end excluded) is the number as written
CREATE OR REPLACE MACRO flags_since(since) AS TABLE
SELECT
    d.drift_id, d.fact_id, f.label, d.relation, drift_text(d.relation) AS what, d.severity, d.state, d.note, d.tags,
    d.detected_at, d.explanation, d.matter, d.lead, d.witnesses, d.against_witnesses, d.lag_hours, d.superseded_by,
    d.closed_at, d.closed_reason, s.certainty, s.tellings, s.link_mean, s.link_best, s.shared, s.one_kind,
    figure_text(b.value, b.low, b.high, b.bound, b.unit) AS figure, b.outlet, b.published_at, b.known_at, b.lang,
    b.attributed_to, rb.root_id, b.quote, b.sentence, b.start_char - b.sentence_start AS mark_from,
    b.end_char - b.sentence_start AS mark_to, vb.url, vb.title, b.article_id, d.claim_id,
    figure_text(a.value, a.low, a.high, a.bound, a.unit) AS against_figure, a.outlet AS against_outlet,
    a.published_at AS against_published_at, a.known_at AS against_known_at, a.lang AS against_lang,
    a.attributed_to AS against_attributed_to, ra.root_id AS against_root_id, a.quote AS against_quote,
    a.sentence AS against_sentence, a.start_char - a.sentence_start AS against_mark_from,
    a.end_char - a.sentence_start AS against_mark_to, va.url AS against_url, va.title AS against_title,
    a.article_id AS against_article_id, d.against_claim_id
FROM drift AS d
LEFT JOIN flag_certainty AS s USING (drift_id)
LEFT JOIN facts AS f USING (fact_id)
LEFT JOIN claims AS b ON b.claim_id = d.claim_id
LEFT JOIN claims AS a ON a.claim_id = d.against_claim_id
LEFT JOIN article_versions AS vb ON vb.article_id = b.article_id AND vb.content_hash = b.content_hash
LEFT JOIN article_versions AS va ON va.article_id = a.article_id AND va.content_hash = a.content_hash
LEFT JOIN roots AS rb ON rb.article_id = b.article_id
LEFT JOIN roots AS ra ON ra.article_id = a.article_id
WHERE since IS NULL OR d.detected_at >= since::TIMESTAMP
ORDER BY d.severity DESC, d.detected_at DESC, d.drift_id
