-- Reads:  nothing
-- Writes: the macro tells_part(masked)
-- Why:    "Of the dead, 31 were found at the scene and 12 died in hospital", "De los # muertos, ## ...": the sentence opens with all
--         of them, so what it counts next is a part. masked is the sentence with this number as ## and others as #: the 43 of
--         "of the 43 dead" are the whole. Of the victims some live, so they are no such whole. And "27 were killed, 20 of them
--         pupils": who is counted of them was counted before; who is parted by a figure behind it ("27 people of whom # were pupils") is the whole.
CREATE OR REPLACE MACRO tells_part(masked) AS (
    regexp_matches(masked, '(?i)(^|[.;:!?]\s*|"|“|«)\s*('
        || '(of|among|out of|from) (all )?(the|those|these) (# )?(people )?(dead|killed|slain|deaths|fatalities)'
        || '|(de|entre) (los|las|todos los) (# )?(muert[oa]s|fallecid[oa]s|víctimas mortales|asesinad[oa]s)'
        || '|(parmi|sur|de) (les|ces|tous les|l.ensemble des) (# )?(morts|tués|décès|décédés|personnes tuées)'
        || '|(von|unter) (den|allen|diesen) (# )?(toten|todesopfern|getöteten)'
        || '|(dos|das|do total de|entre os|de entre os|dentre os) (# )?(mort[oa]s|mortes|óbitos|vítimas mortais|vítimas fatais)'
        || '|(dei|tra i|fra i|su) (# )?(morti|deceduti|uccisi)'
        || '|(van|onder) de (# )?(doden|dodelijke slachtoffers)'
        || '|(из|среди|в числе) (числа |общего числа |всех )?(# )?(погибших|убитых|умерших|скончавшихся)'
        || '|(з|із|серед|зі) (числа )?(# )?(загиблих|вбитих|убитих|померлих)'
        || '|(z|spośród|wśród) (# )?(zabitych|ofiar śmiertelnych|zmarłych)'
        || '|(ölenlerin|ölenlerden|hayatını kaybedenlerin|hayatını kaybedenlerden|can verenlerin)'
        || '|و?من (بين )?(ال# )?(القتلى|الوفيات|الشهداء)|و?بين القتلى'
        || '|(מבין|מתוך|בין) (# )?ההרוגים'
        || '|از (میان |بین )?(# )?کشته.?شدگان'
        || '|(dari|daripada|di antara) (jumlah |total |# )?(korban (yang )?(tewas|meninggal|jiwa)|yang tewas)'
        || '|trong số (# )?(người chết|người thiệt mạng)'
        || '|(kati ya|miongoni mwa) (waliofariki|waliouawa|waliokufa)'
        || '|(死者|遇难者|死亡者)(中|当中|之中)|(死者|犠牲者)(# 人)?のうち|사망자 (가운데|중)|मृतकों में|ในจำนวนผู้เสียชีวิต'
        || ')[^.;]*##')
    OR regexp_matches(masked, '(?i)#[^.;#]*[^#]##(\s+\p{L}+){0,2}\s+(of (them|whom)|di antaranya|antaranya|de (ellos|ellas|los cuales|eles|elas)|d(eles|elas|os quais)|d.entre (eux|elles)'
        || '|di (loro|cui)|von (ihnen|denen)|davon|van (hen|wie)|(из|з|із) (них|которых|яких)|z nich|منهم|מהם|از آن.?ها)(\PL[^#]*)?$')
);
