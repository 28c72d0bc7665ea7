-- Reads:  beside
-- Writes: nothing
-- Grain:  one row a pair of claims that exclude each other, the nearest tellings of each rival figure
-- Why:    a claim may stand beside other questions and the same question in one fact ("Israel lowered its toll to 1,200"
--         beside 10,022 dead in Gaza and 1,400 in Israel): the linking model says which is which before the rules choose.
--         A bounded number of pairs a claim is asked about.
SELECT claim_id, near_id AS against_claim_id
FROM (
    FROM beside
    WHERE disjoint AND bears_state
    QUALIFY row_number() OVER (PARTITION BY claim_id, near_number ORDER BY abs(near_seq - seq), near_id) <= setting('asked_tellings')::BIGINT
)
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY abs(near_seq - seq), near_id) <= setting('asked_pairs')::BIGINT
ORDER BY ALL
