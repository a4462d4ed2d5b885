-- Whom the city's directory means by a subject (OpenID Connect). A subject never passes to another person; an address may.

CREATE TABLE directory_identity (
    issuer   VARCHAR(500) NOT NULL,
    subject  VARCHAR(255) NOT NULL,
    person   BIGINT       NOT NULL REFERENCES person (id),
    bound_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (person, issuer)
);
