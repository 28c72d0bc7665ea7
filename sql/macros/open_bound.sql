-- Reads:  nothing
-- Writes: the macro open_bound(bound)
-- Why:    words that keep a number open: a figure loses its hedge when one of these becomes "exact"
CREATE OR REPLACE MACRO open_bound(bound) AS (bound IN ('at_least', 'more_than', 'at_most', 'less_than', 'nearly', 'about'))
