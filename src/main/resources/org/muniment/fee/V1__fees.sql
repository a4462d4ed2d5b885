-- What was done for a request, what it depends on, what was estimated, and what was asked. Nothing is deleted.

CREATE TABLE fee_work (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request         BIGINT        NOT NULL,
    component       VARCHAR(30)   NOT NULL,
    on_day          DATE          NOT NULL,
    quantity        DECIMAL(12, 2) NOT NULL,
    note            VARCHAR(300)  NOT NULL,
    person          VARCHAR(200)  NOT NULL,
    added_by        BIGINT        NOT NULL,
    added_by_name   VARCHAR(200)  NOT NULL,
    added_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    taken_back_at   TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX fee_work_of_request ON fee_work (request);

-- met: conditions of the law that are met, apart by spaces.
CREATE TABLE fee_terms (
    request      BIGINT PRIMARY KEY,
    requester    VARCHAR(20)  NOT NULL,
    met          VARCHAR(500) NOT NULL,
    hourly_cents BIGINT,
    page_cents   BIGINT
);

-- told: the lines as they were then, JSON.
CREATE TABLE fee_estimate (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request       BIGINT       NOT NULL,
    sample        VARCHAR(2000) NOT NULL,
    told          CHARACTER LARGE OBJECT NOT NULL,
    made_by       BIGINT       NOT NULL,
    made_by_name  VARCHAR(200) NOT NULL,
    made_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX fee_estimate_of_request ON fee_estimate (request);

CREATE TABLE fee_invoice (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request         BIGINT       NOT NULL,
    cents           BIGINT       NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    told            CHARACTER LARGE OBJECT NOT NULL,
    made_by         BIGINT       NOT NULL,
    made_by_name    VARCHAR(200) NOT NULL,
    made_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    settled_by_name VARCHAR(200),
    settled_at      TIMESTAMP(6) WITH TIME ZONE,
    settled_words   VARCHAR(300)
);
CREATE INDEX fee_invoice_of_request ON fee_invoice (request);
