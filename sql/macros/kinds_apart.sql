-- Reads:  nothing
-- Writes: the macro kinds_apart(one, other)
-- Why:    whether two articles tell of two events, by the kinds of event that they name ("earthquake tsunami"): none is in both, and all that one
--         of them names are kinds whose articles say so: a fire is told as a fire. What people do to each other is told as
--         shooting, crime, protest or war as the article looks at it.
CREATE OR REPLACE MACRO kinds_apart(one, other) AS (
    coalesce(one, '') <> '' AND coalesce(other, '') <> '' AND NOT list_has_any(string_split(one, ' '), string_split(other, ' '))
    AND (list_has_all(['earthquake', 'tsunami', 'volcano', 'flood', 'landslide', 'storm', 'fire', 'drought', 'cold', 'heat', 'epidemic', 'road_crash', 'rail_crash',
                       'air_crash', 'ship_disaster', 'collapse', 'explosion', 'stampede', 'poisoning'], string_split(one, ' '))
         OR list_has_all(['earthquake', 'tsunami', 'volcano', 'flood', 'landslide', 'storm', 'fire', 'drought', 'cold', 'heat', 'epidemic', 'road_crash', 'rail_crash',
                          'air_crash', 'ship_disaster', 'collapse', 'explosion', 'stampede', 'poisoning'], string_split(other, ' ')))
)
