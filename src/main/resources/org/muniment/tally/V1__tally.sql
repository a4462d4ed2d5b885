-- Derived from the log; next_entry says up to where.
CREATE TABLE tally (
    source    VARCHAR(64) NOT NULL,
    begin_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    captures  BIGINT NOT NULL,
    repeated  BIGINT NOT NULL,
    bytes     BIGINT NOT NULL,
    last_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (begin_at, source)
);
CREATE TABLE tally_position (next_entry BIGINT NOT NULL);
INSERT INTO tally_position VALUES (0);
