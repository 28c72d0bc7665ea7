-- Reads:  root_carriers
-- Writes: the temporary table root_terms
-- Grain:  one row an article and unusual figure, or pair of words in its title; nth counts its carriers in time order
-- Why:    copies that were rewritten or translated share no word triples, but figures and headlines. A figure is
--         unusual while few articles carry it
CREATE OR REPLACE TEMP TABLE root_terms AS
WITH carried AS (
    SELECT doc, 'number' AS kind, unnest(numbers) AS term FROM root_carriers
    UNION ALL
    SELECT doc, 'title' AS kind, unnest(list_transform(list_zip(title_words[:-2], title_words[2:]), lambda z: z[1] || ' ' || z[2])) AS term
    FROM root_carriers WHERE len(title_words) >= 2
)
SELECT kind, term, doc, row_number() OVER (PARTITION BY kind, term ORDER BY doc) AS nth
FROM (SELECT DISTINCT kind, term, doc FROM carried)
QUALIFY count(*) OVER (PARTITION BY kind, term) BETWEEN 2 AND CASE kind WHEN 'number' THEN 12 ELSE 60 END
