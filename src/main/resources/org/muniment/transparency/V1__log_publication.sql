-- Whether anybody may read the checkpoint and the hashes of the log. One row.
CREATE TABLE log_publication (
    is_public BOOLEAN NOT NULL
);
INSERT INTO log_publication (is_public) VALUES (FALSE);
