-- Reads:  owners (given by the step)
-- Writes: cluster_pairs
-- Grain:  one row a pair with a claim that is gone, new, or stands beside such a one in its article
-- Why:    a pair is scored in the light of the other claims of its articles
DELETE FROM cluster_pairs WHERE owner IN (SELECT number FROM owners) OR other IN (SELECT number FROM owners)
