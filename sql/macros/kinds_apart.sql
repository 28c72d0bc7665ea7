-- Reads:  nothing
-- Writes: the macro kinds_apart(one, other)
-- Why:    whether two articles tell of two events, by the kinds of event that they name ("earthquake tsunami"): none is in both, and all that one
--         of them names are kinds whose articles say so: a fire is told as a fire. What people do to each other is told as
--         shooting, crime, protest or war as the article looks at it, and a bomb as an attack or an explosion. A forest and a building
--         are two fires.
CREATE OR REPLACE MACRO kinds_apart(one, other) AS (
    coalesce(one, '') <> '' AND coalesce(other, '') <> ''
    AND (NOT list_has_any(string_split(one, ' '), string_split(other, ' '))
         AND len(list_filter([one, other], lambda kinds: NOT list_has_any(string_split(kinds, ' '),
             ['shooting', 'attack', 'war', 'protest', 'abduction', 'crime', 'election', 'sport', 'market', 'explosion']))) > 0
         OR list_sort(list_intersect(string_split(one || ' ' || other, ' '), ['wildfire', 'building_fire'])) = ['building_fire', 'wildfire']
            AND NOT list_has_all(string_split(one, ' '), ['wildfire', 'building_fire']) AND NOT list_has_all(string_split(other, ' '), ['wildfire', 'building_fire'])
            AND NOT (list_has_any(string_split(one, ' '), ['wildfire', 'building_fire']) <> list_has_any(string_split(other, ' '), ['wildfire', 'building_fire'])))
)
