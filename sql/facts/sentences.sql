-- Reads:  claims, in_scope (claim ids, given by the step)
-- Writes: nothing
-- Grain:  one row a claim in scope
-- Why:    what a figure is said of stands in its sentence, and a label tells it; who says it is no part of the event
SELECT c.claim_id, c.sentence, c.start_char - c.sentence_start AS start, c.attributed_to
FROM claims AS c
SEMI JOIN in_scope AS s USING (claim_id)
