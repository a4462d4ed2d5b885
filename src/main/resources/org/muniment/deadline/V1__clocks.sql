-- The city's place in law, its offices with their closed days, and what moved the clocks of requests. Nothing is deleted.

CREATE TABLE city_place (
    only_row       BOOLEAN DEFAULT TRUE PRIMARY KEY CHECK (only_row),
    jurisdiction   VARCHAR(10),
    population     INTEGER,
    fee_policy_on  DATE
);
INSERT INTO city_place (only_row) VALUES (TRUE);

-- days: the weekdays it works, as numbers of ISO 8601. keeps: ids of holidays by choice, apart by spaces.
CREATE TABLE office (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       VARCHAR(80)  NOT NULL,
    days       VARCHAR(7)   NOT NULL,
    opens      TIME(0),
    closes     TIME(0),
    cut_off    TIME(0),
    area       VARCHAR(40),
    keeps      VARCHAR(4000) NOT NULL,
    removed_at TIMESTAMP(6) WITH TIME ZONE
);

-- Without an office: the whole city was closed.
CREATE TABLE office_closure (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    office        BIGINT,
    on_day        DATE         NOT NULL,
    cause         VARCHAR(10)  NOT NULL,
    reason        VARCHAR(120) NOT NULL,
    added_by      BIGINT       NOT NULL,
    added_by_name VARCHAR(200) NOT NULL,
    added_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    removed_at    TIMESTAMP(6) WITH TIME ZONE
);

-- detail: days of an extension, reason of a stop, reason of a closure.
CREATE TABLE clock_event (
    id               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request          BIGINT       NOT NULL,
    kind             VARCHAR(30)  NOT NULL,
    on_day           DATE         NOT NULL,
    detail           VARCHAR(200),
    note             VARCHAR(500) NOT NULL,
    added_by         BIGINT       NOT NULL,
    added_by_name    VARCHAR(200) NOT NULL,
    added_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    taken_back_by_name VARCHAR(200),
    taken_back_at    TIMESTAMP(6) WITH TIME ZONE,
    taken_back_reason VARCHAR(500)
);
CREATE INDEX clock_event_of_request ON clock_event (request);
