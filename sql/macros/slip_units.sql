-- Reads:  nothing
-- Writes: the macro slip_units(a, b)
-- Why:    two units that writers take for one another: a stock and its flow (barrel, barrel per day), two units of one
--         dimension (mile, kilometre), people and households. Dollars and rupiah are not here: the same number in both
--         is a coincidence or a quotation, and a conversion has another number.
CREATE OR REPLACE MACRO slip_units(a, b) AS (
    a <> b AND (
        starts_with(a, b || ' per ') OR starts_with(b, a || ' per ')
        OR len(list_filter([
            ['mile', 'kilometre', 'metre', 'foot', 'yard', 'nautical mile'],
            ['centimetre', 'millimetre', 'inch', 'metre'],
            ['hectare', 'acre', 'square kilometre', 'square mile', 'square metre', 'square foot'],
            ['kilogram', 'pound-mass', 'gram', 'metric ton', 'ton', 'quintal'],
            ['litre', 'gallon', 'cubic metre', 'barrel'],
            ['celsius', 'fahrenheit'],
            ['kilometre per hour', 'mile per hour', 'knot', 'metre per second'],
            ['watt', 'kilowatt', 'megawatt', 'gigawatt', 'kilowatt hour', 'megawatt hour', 'gigawatt hour'],
            ['percent', 'percentage point'],
            ['person', 'household']
        ], lambda family: list_contains(family, a) AND list_contains(family, b))) > 0
    )
)
