-- The administration of people: links, grants, departments, tokens, the policy, written requests, leavers.

CREATE TABLE one_time_link (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person       BIGINT      NOT NULL REFERENCES person (id),
    kind         VARCHAR(20) NOT NULL,
    secret_hash  BINARY(32)  NOT NULL UNIQUE,
    made_by      BIGINT      NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at      TIMESTAMP(6) WITH TIME ZONE,
    withdrawn_at TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE role_grant (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     BIGINT      NOT NULL REFERENCES person (id),
    role       VARCHAR(30) NOT NULL,
    asked_by   BIGINT      NOT NULL,
    asked_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    decision   VARCHAR(40),
    decided_by BIGINT,
    decided_at TIMESTAMP(6) WITH TIME ZONE,
    revoked_by BIGINT,
    revoked_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX role_grant_of_person ON role_grant (person);

CREATE TABLE department (
    id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name VARCHAR_IGNORECASE(100) NOT NULL UNIQUE
);

CREATE TABLE department_address (
    department BIGINT       NOT NULL REFERENCES department (id) ON DELETE CASCADE,
    address    VARCHAR(254) NOT NULL,
    PRIMARY KEY (department, address)
);

CREATE TABLE person_department (
    person     BIGINT NOT NULL REFERENCES person (id),
    department BIGINT NOT NULL REFERENCES department (id),
    PRIMARY KEY (person, department)
);

CREATE TABLE personal_token (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person       BIGINT       NOT NULL REFERENCES person (id),
    name         VARCHAR(100) NOT NULL,
    secret_hash  BINARY(32)   NOT NULL UNIQUE,
    scopes       VARCHAR(100) NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ends_on      DATE         NOT NULL,
    last_used_at TIMESTAMP(6) WITH TIME ZONE,
    revoked_at   TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX personal_token_of_person ON personal_token (person);

CREATE TABLE policy (
    version      INT  PRIMARY KEY,
    notice       CLOB NOT NULL,
    text         CLOB NOT NULL,
    published_by BIGINT NOT NULL,
    published_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE policy_acknowledgement (
    person          BIGINT NOT NULL REFERENCES person (id),
    version         INT    NOT NULL REFERENCES policy (version),
    acknowledged_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (person, version)
);

CREATE TABLE access_request (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     BIGINT       NOT NULL REFERENCES person (id),
    file_name  VARCHAR(200) NOT NULL,
    kind       VARCHAR(10)  NOT NULL,
    size_bytes BIGINT       NOT NULL,
    sha256     BINARY(32)   NOT NULL,
    content    BLOB         NOT NULL,
    added_by   BIGINT       NOT NULL,
    added_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX access_request_of_person ON access_request (person);

CREATE TABLE leaver (
    person   BIGINT PRIMARY KEY REFERENCES person (id),
    left_on  DATE   NOT NULL,
    noted_by BIGINT NOT NULL,
    noted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    gone_at  TIMESTAMP(6) WITH TIME ZONE
);
