-- Reads:  judging
-- Writes: fact_ledger
-- Grain:  one row a fact
-- Why:    remembers which verdicts are up to date
UPDATE fact_ledger SET judged = done.print
FROM (SELECT fact_id, any_value(print) AS print FROM judging GROUP BY fact_id) AS done
WHERE done.fact_id = fact_ledger.fact_id
