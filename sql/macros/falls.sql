-- Reads:  nothing
-- Writes: the macro falls(attribute, remains)
-- Why:    who is in hospital, missing or held, who "remains" somewhere or is "still" there: such a count goes down by itself as
--         patients go home and the missing are found, so a lower figure corrects nothing. remains is whether the words beside the
--         number say so: the languages' own, in the table remaining.
CREATE OR REPLACE MACRO falls(attribute, remains) AS (coalesce(attribute, 'other') IN ('hospitalised', 'missing') OR remains)
