-- Reads:  nothing
-- Writes: pair_links (temporary)
-- Grain:  one row a pair of claims that the linking model was asked about
-- Why:    empty; filled batch by batch
CREATE OR REPLACE TEMP TABLE pair_links (
    claim_id         VARCHAR NOT NULL,
    against_claim_id VARCHAR NOT NULL,
    probability      DOUBLE NOT NULL, -- of the two claims answering one question
    believed         DOUBLE NOT NULL  -- the same for the telling of the other figure that the model believes in most
)
