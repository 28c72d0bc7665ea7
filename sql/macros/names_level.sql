-- Reads:  nothing
-- Writes: the macro names_level(sentence)
-- Why:    the visibility at an airport, the price of a share, of oil, of gold: a level that holds for an hour, neither a
--         change nor a rate, so only the sentence's words tell it from a sum
CREATE OR REPLACE MACRO names_level(sentence) AS (
    regexp_matches(coalesce(sentence, ''), '(?i)(\bvisibility\b|jarak pandang|visibilidade?\b|visibilité|sichtweite|видимост|مدى الرؤية|\bshare prices?\b|\bshares (rose|fell|closed|traded|jumped|dropped)\b|\b(stock|oil|crude|gold) prices?\b|\bprice of (oil|crude|gold)\b|harga (saham|emas|minyak)|precios? del? (petróleo|crudo|oro|las acciones)|preços? d[oe] (petróleo|ouro)|prix du (pétrole|baril|brut)|cours de l.(action|or)\b|aktienkurs|ölpreis|goldpreis|цен\w* на (нефть|золото)|сто\w+ акци|سعر (النفط|الذهب|السهم))')
)
