-- What counsel keeps back, and what counsel released. Nothing is deleted: an ended rule and a release taken back stay.

CREATE TABLE privilege_rule (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          VARCHAR(10)  NOT NULL,
    text          VARCHAR(320) NOT NULL,
    note          VARCHAR(500) NOT NULL,
    added_by      BIGINT       NOT NULL,
    added_by_name VARCHAR(200) NOT NULL,
    added_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_by      BIGINT,
    ended_at      TIMESTAMP(6) WITH TIME ZONE,
    end_reason    VARCHAR(500)
);

-- accession: the first capture of the message.
CREATE TABLE privilege_release (
    id                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    accession         BIGINT       NOT NULL,
    reason            VARCHAR(500) NOT NULL,
    released_by       BIGINT       NOT NULL,
    released_by_name  VARCHAR(200) NOT NULL,
    released_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    taken_back_by     BIGINT,
    taken_back_at     TIMESTAMP(6) WITH TIME ZONE,
    taken_back_reason VARCHAR(500)
);
