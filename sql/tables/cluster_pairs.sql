-- Reads:  nothing
-- Writes: cluster_pairs
-- Grain:  one row a pair of claims that stood in one cluster and had not been compared
-- Why:    a pair is scored once; a later run takes the second look at the cluster again
CREATE TABLE IF NOT EXISTS cluster_pairs (
    owner INTEGER NOT NULL,  -- number of the later claim
    other INTEGER NOT NULL,  -- number of the earlier one
    score SMALLINT NOT NULL  -- probability that both are one fact, 1/10000
)
