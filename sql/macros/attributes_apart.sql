-- Reads:  nothing
-- Writes: the macro attributes_apart(one, other)
-- Why:    whether two counts are of two things that happened: the dead of an outbreak and its cases, the rescued and the dead. What is told in
--         one word by one article and in another by the next stays one: the arrested are held and charged, the injured lie in
--         hospital, who is evacuated is rescued, casualties are the dead or the hurt. Who was led to safety for a night is not
--         who lost a home: 1,975 evacuated beside 13,000 displaced by one fire.
CREATE OR REPLACE MACRO attributes_apart(one, other) AS (
    coalesce(one, 'other') <> 'other' AND coalesce(other, 'other') <> 'other' AND one <> other
    AND len(list_filter([
        ['killed', 'casualties'], ['injured', 'casualties', 'hospitalised'], ['infected', 'hospitalised', 'tested'], ['damaged', 'destroyed'],
        ['evacuated', 'rescued'], ['arrested', 'held', 'charged', 'convicted'], ['held', 'abducted'], ['attended', 'voted', 'deployed']
    ], lambda family: list_contains(family, one) AND list_contains(family, other))) = 0
);
