-- The review sets of records requests. Nothing is deleted: an act that is undone stays, with who undid it.

-- One thing to decide: a message, by its first capture, or a file. `state` holds the decision and the marks as JSON;
-- the columns after it repeat what is counted and filtered.
CREATE TABLE review_item (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request     BIGINT        NOT NULL,
    number      INT           NOT NULL,
    accession   BIGINT,
    file        BIGINT,
    sent_at     TIMESTAMP(6) WITH TIME ZONE,
    sender      VARCHAR(320)  NOT NULL,
    subject     VARCHAR(500)  NOT NULL,
    attachments INT           NOT NULL,
    identical   VARCHAR(64)   NOT NULL,
    kept_back   BOOLEAN       NOT NULL,
    assignee    BIGINT,
    assignee_name VARCHAR(200),
    version     INT           NOT NULL,
    state       VARCHAR(1000000) NOT NULL,
    decision    VARCHAR(16)   NOT NULL,
    marks       INT           NOT NULL,
    drafts      INT           NOT NULL,
    due_on      DATE,
    UNIQUE (request, number),
    UNIQUE (request, accession)
);
CREATE INDEX review_item_by_decision ON review_item (request, decision, number);
CREATE INDEX review_item_by_likeness ON review_item (request, identical);

-- What somebody did to an item, and the whole item as it was before: to be read, and to be undone.
CREATE TABLE review_act (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item           BIGINT           NOT NULL,
    batch          BIGINT           NOT NULL,
    what           VARCHAR(300)     NOT NULL,
    state_before   VARCHAR(1000000) NOT NULL,
    version_after  INT              NOT NULL,
    done_by        BIGINT           NOT NULL,
    done_by_name   VARCHAR(200)     NOT NULL,
    done_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    undone_by      BIGINT,
    undone_by_name VARCHAR(200),
    undone_at      TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX review_act_of_item ON review_act (item, id);
CREATE INDEX review_act_of_batch ON review_act (batch);
CREATE SEQUENCE review_batch;

-- Files that are not mail. The bytes are sealed beside the database.
CREATE TABLE review_file (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request       BIGINT       NOT NULL,
    name          VARCHAR(255) NOT NULL,
    kept_as       VARCHAR(36)  NOT NULL,
    size_bytes    BIGINT       NOT NULL,
    sha256        VARCHAR(64)  NOT NULL,
    added_by      BIGINT       NOT NULL,
    added_by_name VARCHAR(200) NOT NULL,
    added_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- What left the city, and how it was then: shown beside the same thing in every later request. `thing` is
-- "mail:ACCESSION" or "file:SHA256".
CREATE TABLE review_released (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing       VARCHAR(80)      NOT NULL,
    request     BIGINT           NOT NULL,
    release     VARCHAR(200)     NOT NULL,
    state       VARCHAR(1000000) NOT NULL,
    released_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX review_released_of_thing ON review_released (thing);

-- The state of counsel's rules that `kept_back` of a request's items is as of.
CREATE TABLE review_keeping (
    request BIGINT PRIMARY KEY,
    rules   BIGINT NOT NULL
);
