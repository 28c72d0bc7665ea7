-- Reads:  nothing
-- Writes: claim_links
-- Grain:  one row a claim that was linked
-- Why:    a short number stands for the claim in keys and pairs; its component is clustered again when a claim comes
CREATE TABLE IF NOT EXISTS claim_links (
    claim_id  VARCHAR PRIMARY KEY, -- the claim
    number    INTEGER NOT NULL,  -- counts up in the order of arrival; nothing that is seen depends on it
    component INTEGER NOT NULL,  -- number of the first claim of those that hang together through likely pairs
    moment    BIGINT NOT NULL,   -- known_at in microseconds: claims look back in this order
    tie       UBIGINT NOT NULL   -- article and place in it: the order of claims of one moment
)
