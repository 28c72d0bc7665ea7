-- Reads:  nothing
-- Writes: roots
-- Grain:  deletes every row
-- Why:    one late article can be the earliest of its story: all roots are told anew, which is linear
DELETE FROM roots
