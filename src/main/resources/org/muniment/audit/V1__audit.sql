-- All of it is derived from the log in <data>/audit and may be deleted at any moment.
CREATE TABLE audit_position (
    origin     VARCHAR(200) PRIMARY KEY,
    next_entry BIGINT       NOT NULL
);

CREATE TABLE audit_entry (
    entry             BIGINT        PRIMARY KEY,
    at                TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    act               VARCHAR(40)   NOT NULL,
    person            BIGINT        NOT NULL,
    name              VARCHAR(400)  NOT NULL,
    roles             VARCHAR(400)  NOT NULL,
    purpose_kind      VARCHAR(40),
    purpose_reference VARCHAR(200),
    what              VARCHAR(4000) NOT NULL,
    messages          INT           NOT NULL,
    whence            VARCHAR(400)  NOT NULL
);
CREATE INDEX audit_entry_person ON audit_entry (person, entry);
CREATE INDEX audit_entry_act ON audit_entry (act, entry);
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_purpose ON audit_entry (purpose_reference, entry);

CREATE TABLE audit_message (
    accession BIGINT NOT NULL,
    entry     BIGINT NOT NULL,
    PRIMARY KEY (accession, entry)
);

CREATE TABLE audit_person (
    person BIGINT       PRIMARY KEY,
    name   VARCHAR(400) NOT NULL,
    at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
