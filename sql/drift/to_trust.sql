-- Reads:  weighed
-- Writes: nothing
-- Grain:  one row a pair of claims whose flag leads its matter and would be worth a look
-- Why:    the linking model is asked how likely the two claims answer one question; growth needs no such question, and the
--         flags that repeat a matter follow the one that leads it
SELECT DISTINCT claim_id, against_claim_id
FROM weighed
WHERE relation <> 'revised_up'
QUALIFY row_number() OVER (PARTITION BY matter ORDER BY round(raw, 1) DESC, seq, relation, claim_id) = 1
ORDER BY claim_id, against_claim_id
