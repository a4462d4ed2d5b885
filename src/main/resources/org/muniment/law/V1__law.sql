-- Which rows of the law the city's counsel has compared with it. Nothing is deleted: a verification withdrawn stays.

-- row_hash: what the row said; a row that says something else since is not verified. row_body: the row itself, JSON, so
-- that what was verified can be shown when the program has a newer one.
CREATE TABLE law_verification (
    id                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provision         VARCHAR(120)  NOT NULL,
    row_hash          CHAR(64)      NOT NULL,
    row_body          CLOB          NOT NULL,
    statement         VARCHAR(1000) NOT NULL,
    verified_by       BIGINT        NOT NULL,
    verified_by_name  VARCHAR(200)  NOT NULL,
    verified_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    withdrawn_by      BIGINT,
    withdrawn_by_name VARCHAR(200),
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE,
    withdrawn_reason  VARCHAR(1000)
);
CREATE INDEX law_verification_by_provision ON law_verification (provision);
