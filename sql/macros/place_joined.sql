-- Reads:  nothing
-- Writes: the macro place_joined(sentence, place, lang)
-- Why:    whether the sentence joins another name to the place ("Abqaiq and Khurais"). The place is one mark, so that the
--         pattern is one for all rows; the joining word must be one in the text's language: "Terremoto en Adana" joins nothing,
--         nor does "fire at Northport"
CREATE OR REPLACE MACRO place_joined(sentence, place, lang) AS (
    list_has_any(
        [regexp_extract(replace(sentence, place, chr(1)), '\x01,? (and|dan|y|e|et|und|en|i|и|та|và|ve|at|na) (the |la |el |le |di )?\p{Lu}', 1),
         regexp_extract(replace(sentence, place, chr(1)), '\p{Lu}[\pL\d''’-]+,? (and|dan|y|e|et|und|en|i|и|та|và|ve|at|na) (the |la |el |le |di )?\x01', 1)],
        CASE lang WHEN 'en' THEN ['and'] WHEN 'id' THEN ['dan'] WHEN 'ms' THEN ['dan'] WHEN 'es' THEN ['y', 'e'] WHEN 'fr' THEN ['et']
                  WHEN 'pt' THEN ['e'] WHEN 'it' THEN ['e'] WHEN 'de' THEN ['und'] WHEN 'nl' THEN ['en'] WHEN 'ru' THEN ['и']
                  WHEN 'uk' THEN ['та', 'и'] WHEN 'tr' THEN ['ve'] WHEN 'tl' THEN ['at'] WHEN 'sw' THEN ['na']
                  WHEN 'pl' THEN ['i'] WHEN 'ca' THEN ['i'] WHEN 'vi' THEN ['và']
                  ELSE ['and', 'dan', 'y', 'et', 'und', 'и', 'та', 'và', 've'] END)
)
