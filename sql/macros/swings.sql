-- Reads:  nothing
-- Writes: the macro swings(kind, unit, measure, attribute)
-- Why:    prices and percentage moves differ from hour to hour and from one benchmark to the next: 14.7 % at the close
--         beside 20 % at the opening is no contradiction, and a price that fell is no revision. Their hedges, units and
--         slips are still looked at.
CREATE OR REPLACE MACRO swings(kind, unit, measure, attribute) AS (
    coalesce(attribute, 'other') = 'other'
    AND ((kind = 'percent' AND measure = 'change')
         OR (kind IN ('rate', 'money') AND regexp_matches(coalesce(unit, ''), '(?i)(dollar|usd|euro|eur|rupiah|idr|pound sterling|gbp|yen|yuan|rupee|ringgit|won|peso|lira|rub[le]|franc|real|dinar|riyal|shekel)[^/]* per ')))
)
