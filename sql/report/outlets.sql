-- Reads:  v_outlets
-- Writes: nothing
-- Grain:  one row an outlet
-- Why:    the outlets whose figures an editor must look at first, then the largest
SELECT *, count(*) OVER () AS of_all FROM v_outlets ORDER BY open_flags DESC, articles DESC, outlet LIMIT $limit
