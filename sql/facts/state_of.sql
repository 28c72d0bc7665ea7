-- Reads:  facts, labelled (given by the step)
-- Writes: nothing
-- Grain:  one row a fact that is written anew and was there before
-- Why:    the columns that the drift step owns are not lost between its runs
SELECT f.fact_id, f.status, f.current_low, f.current_high, f.recommended, f.recommended_rule
FROM facts AS f SEMI JOIN labelled AS n USING (fact_id)
