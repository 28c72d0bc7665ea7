-- Reads:  claim_sketches, asked (numbers of claims, given by the step)
-- Writes: nothing
-- Grain:  one row a claim asked
-- Why:    whom new claims are most like, without reading those claims
SELECT s.number, s.lang, s.day, s.sketch FROM claim_sketches AS s SEMI JOIN asked AS a ON a.number = s.number
