-- Reads:  nothing
-- Writes: the macro swings(kind, unit, measure, attribute, noun, level)
-- Why:    prices, market points and moves differ from hour to hour and from one benchmark to the next: 14.7 % at the close
--         beside 20 % at the opening is no contradiction, a price that fell is no revision, and yesterday's move is not
--         today's. So do levels that a sentence names: the visibility at an airport, the price of a share, of oil, of gold; level
--         is names_level() of the sentence, or names_reading() of it, which holds of counts too. Their hedges, units and slips are still looked at, and two figures that the texts date to one day.
CREATE OR REPLACE MACRO swings(kind, unit, measure, attribute, noun, level) AS (
    coalesce(attribute, 'other') = 'other'
    AND (measure = 'change'
         OR regexp_matches(coalesce(noun, '') || ' ' || coalesce(unit, ''), '(?i)\b(points?|poin|basis points?|pips?|puntos?|pontos?|punti|punkte?|пункт\w*|puan|điểm)\b')
         OR level
         OR (kind IN ('rate', 'money') AND regexp_matches(coalesce(unit, ''), '(?i)(dollar|usd|euro|eur|rupiah|idr|pound sterling|gbp|yen|yuan|rupee|ringgit|won|peso|lira|rub[le]|franc|real|dinar|riyal|shekel)[^/]* per ')))
)
