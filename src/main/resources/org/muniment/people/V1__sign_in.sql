-- People and how they sign in.

CREATE TABLE person (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            VARCHAR(200) NOT NULL,
    email           VARCHAR(254) NOT NULL UNIQUE,
    made_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    disabled_at     TIMESTAMP(6) WITH TIME ZONE,
    last_sign_in_at TIMESTAMP(6) WITH TIME ZONE,
    -- Raised to end every session of the person.
    session_epoch   INT NOT NULL DEFAULT 0
);

-- The roles in force. How they came to be is in role_grant.
CREATE TABLE person_role (
    person BIGINT      NOT NULL REFERENCES person (id),
    role   VARCHAR(30) NOT NULL,
    PRIMARY KEY (person, role)
);

CREATE TABLE password (
    person     BIGINT       PRIMARY KEY REFERENCES person (id),
    hash       VARCHAR(200) NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- last_step: the newest time step of which a code was taken; an older or equal one is never taken again.
CREATE TABLE totp (
    person    BIGINT     PRIMARY KEY REFERENCES person (id),
    secret    BINARY(20) NOT NULL,
    since     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_step BIGINT     NOT NULL
);

CREATE TABLE recovery_code (
    person  BIGINT     NOT NULL REFERENCES person (id),
    hash    BINARY(32) NOT NULL,
    used_at TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (person, hash)
);

CREATE TABLE set_up_link (
    hash       BINARY(32) PRIMARY KEY,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE purpose_stated (
    person    BIGINT       NOT NULL REFERENCES person (id),
    kind      VARCHAR(30)  NOT NULL,
    reference VARCHAR(200) NOT NULL,
    stated_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, kind, reference)
);
