-- Secrets of the authenticator apps are sealed (ADR 22); those from before are sealed at the next start.
ALTER TABLE totp ALTER COLUMN secret SET DATA TYPE VARBINARY(100);
ALTER TABLE totp ADD COLUMN is_sealed BOOLEAN DEFAULT FALSE NOT NULL;

-- Failed attempts in a row. What was tried (an address, an account) is a hash: somebody may have typed a password there.
CREATE TABLE sign_in_failure (
    tried_hash BINARY(32) PRIMARY KEY,
    in_a_row   INT NOT NULL,
    last_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    not_before TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_at);

-- Browsers at which somebody has signed in completely.
CREATE TABLE known_browser (
    secret_hash  BINARY(32) NOT NULL,
    person       BIGINT     NOT NULL REFERENCES person (id),
    last_seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (secret_hash, person)
);
CREATE INDEX known_browser_of_person ON known_browser (person, last_seen_at);
