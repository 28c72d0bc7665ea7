-- Reads:  claims, fact_claims
-- Writes: the macro share_a_fact(one_article, other_articles)
-- Why:    two articles are of one event when both tell one fact as today's; an older disaster that both recall does
--         not make one event
CREATE OR REPLACE MACRO share_a_fact(one_article, other_articles) AS (
    EXISTS (
        FROM claims AS cx
        JOIN fact_claims AS x ON x.claim_id = cx.claim_id
        JOIN fact_claims AS y ON y.fact_id = x.fact_id
        JOIN claims AS cy ON cy.claim_id = y.claim_id
        WHERE cx.article_id = one_article AND list_contains(other_articles, cy.article_id)
          AND cx.modality = 'asserted' AND cy.modality = 'asserted')
)
