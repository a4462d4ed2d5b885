CREATE TABLE alarm (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            VARCHAR(60)    NOT NULL,
    sentence        VARCHAR(4000)  NOT NULL,
    raised_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_raised_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    times           INT            NOT NULL,
    settled_at      TIMESTAMP(6) WITH TIME ZONE,
    acknowledged_at TIMESTAMP(6) WITH TIME ZONE,
    acknowledged_by VARCHAR(200)
);
