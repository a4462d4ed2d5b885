-- Records requests: what was asked, where each stands, who works on it, what happened. Nothing is deleted: whoever is
-- taken off and whatever is changed keeps its earlier row.

CREATE TABLE records_request (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    label_year      INTEGER       NOT NULL,
    label_number    INTEGER       NOT NULL,
    jurisdiction    VARCHAR(40)   NOT NULL,
    office          VARCHAR(120),
    received_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    law_on          DATE          NOT NULL,
    received_by     VARCHAR(10)   NOT NULL,
    entered_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    entered_by      BIGINT        NOT NULL,
    entered_by_name VARCHAR(200)  NOT NULL,
    words           VARCHAR(20000) NOT NULL,
    requester_anonymous    BOOLEAN      NOT NULL,
    requester_name         VARCHAR(200) NOT NULL,
    requester_organisation VARCHAR(200) NOT NULL,
    requester_address      VARCHAR(500) NOT NULL,
    requester_email        VARCHAR(200) NOT NULL,
    requester_phone        VARCHAR(200) NOT NULL,
    releases        INTEGER       DEFAULT 0 NOT NULL,
    appeal_of       BIGINT,
    UNIQUE (label_year, label_number)
);

-- The subject as it was understood from each moment on; the last row holds. who: one name a line.
CREATE TABLE request_subject (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request     BIGINT         NOT NULL,
    is_clear    BOOLEAN        NOT NULL,
    who         VARCHAR(12000) NOT NULL,
    first_day   DATE,
    last_day    DATE,
    words       VARCHAR(2000)  NOT NULL,
    set_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    set_by      BIGINT         NOT NULL,
    set_by_name VARCHAR(200)   NOT NULL
);
CREATE INDEX request_subject_of ON request_subject (request, id);

-- Where a request stood from each moment on; the last row holds. words: the question, reason or explanation.
CREATE TABLE request_status (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request       BIGINT        NOT NULL,
    kind          VARCHAR(20)   NOT NULL,
    since         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    words         VARCHAR(2000) NOT NULL,
    parts         INTEGER       NOT NULL,
    determination VARCHAR(20),
    appeal        BIGINT,
    set_by        BIGINT        NOT NULL,
    set_by_name   VARCHAR(200)  NOT NULL
);
CREATE INDEX request_status_of ON request_status (request, id);

-- part: OFFICER, REVIEWER.
CREATE TABLE request_person (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request      BIGINT       NOT NULL,
    part         VARCHAR(10)  NOT NULL,
    person       BIGINT       NOT NULL,
    name         VARCHAR(200) NOT NULL,
    assigned_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    assigned_by  VARCHAR(200) NOT NULL,
    ended_at     TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX request_person_of ON request_person (request, part);

CREATE TABLE request_timeline (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request  BIGINT        NOT NULL,
    at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    person   BIGINT        NOT NULL,
    name     VARCHAR(200)  NOT NULL,
    kind     VARCHAR(40)   NOT NULL,
    sentence VARCHAR(4000) NOT NULL
);
CREATE INDEX request_timeline_of ON request_timeline (request, id);
