-- Reads:  nothing
-- Writes: claim_links
-- Grain:  one row a claim that was linked
-- Why:    a short number stands for the claim in keys and pairs; its component is clustered again when a claim comes.
--         claim_id is no key: a claim that is read differently has its old number and its new one until the pairs of the
--         old one are taken out
CREATE TABLE IF NOT EXISTS claim_links (
    claim_id  VARCHAR NOT NULL,  -- the claim
    number    INTEGER NOT NULL,  -- counts up in the order of arrival; nothing that is seen depends on it
    component INTEGER NOT NULL,  -- number of the first claim of those that hang together through likely pairs
    moment    BIGINT NOT NULL,   -- known_at in microseconds: claims look back in this order
    tie       UBIGINT NOT NULL,  -- article and place in it: the order of claims of one moment
    reading   UBIGINT NOT NULL   -- what the claim said when it was compared: see the view readings
)
