-- Single sign-on (OpenID Connect). Every version that was ever saved stays; of those that are not ended, at most one is
-- confirmed and in force, and at most one waits for counsel.

CREATE TABLE single_sign_on (
    version          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issuer           VARCHAR(500)  NOT NULL,
    client_id        VARCHAR(200)  NOT NULL,
    -- Sealed for this issuer and this client; empty once the version is ended.
    client_secret    VARBINARY(2048) NOT NULL,
    address          VARCHAR(300)  NOT NULL,
    group_claim      VARCHAR(100)  NOT NULL,
    -- Words apart by spaces.
    amr_words        VARCHAR(1000) NOT NULL,
    acr_words        VARCHAR(1000) NOT NULL,
    is_email_trusted BOOLEAN       NOT NULL,
    saved_by         BIGINT        NOT NULL,
    saved_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    confirmed_by     BIGINT,
    confirmed_at     TIMESTAMP(6) WITH TIME ZONE,
    ended_by         BIGINT,
    ended_at         TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE single_sign_on_group (
    version    BIGINT       NOT NULL REFERENCES single_sign_on (version),
    group_name VARCHAR(200) NOT NULL,
    role       VARCHAR(30)  NOT NULL,
    PRIMARY KEY (version, group_name, role)
);
