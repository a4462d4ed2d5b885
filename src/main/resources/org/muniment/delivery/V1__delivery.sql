-- Releases of records requests: what was prepared, finalised, handed over and recalled. Nothing is deleted.

-- first_number .. first_number + pages - 1 are its Bates numbers. decisions_sha256 binds what was decided,
-- manifest_sha256 every file. log_entry and recall_entry: the entries of the archive's log.
CREATE TABLE delivery (
    id                 BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request            BIGINT        NOT NULL,
    part               INT           NOT NULL,
    extent             VARCHAR(20)   NOT NULL,
    names              VARCHAR(20)   NOT NULL,
    prefix             VARCHAR(32)   NOT NULL,
    first_number       BIGINT        NOT NULL,
    pages              BIGINT        NOT NULL,
    redactions         BIGINT        NOT NULL,
    state              VARCHAR(12)   NOT NULL,
    since              TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    why                VARCHAR(2000) NOT NULL,
    decisions_sha256   VARCHAR(64)   NOT NULL,
    manifest_sha256    VARCHAR(64),
    prepared_by        BIGINT        NOT NULL,
    prepared_by_name   VARCHAR(200)  NOT NULL,
    prepared_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    finalised_by       BIGINT,
    finalised_by_name  VARCHAR(200),
    finalised_at       TIMESTAMP(6) WITH TIME ZONE,
    log_entry          BIGINT,
    recalled_by_name   VARCHAR(200),
    recall_entry       BIGINT
);
CREATE INDEX delivery_of ON delivery (request, id);

-- One row for each item of the review it covers. matter: mail:ACCESSION or file:SHA-256, as the review names it.
-- decision_sha256: what was decided about it. exemptions: their codes, a line each.
CREATE TABLE delivery_item (
    delivery        BIGINT        NOT NULL REFERENCES delivery (id),
    item            INT           NOT NULL,
    matter          VARCHAR(80)   NOT NULL,
    decision_sha256 VARCHAR(64)   NOT NULL,
    outcome         VARCHAR(20)   NOT NULL,
    first_bates     VARCHAR(64)   NOT NULL,
    last_bates      VARCHAR(64)   NOT NULL,
    pages           INT           NOT NULL,
    file_name       VARCHAR(120)  NOT NULL,
    exemptions      VARCHAR(4000) NOT NULL,
    PRIMARY KEY (delivery, item)
);

-- What the second person should look at before finalising.
CREATE TABLE delivery_warning (
    delivery BIGINT        NOT NULL REFERENCES delivery (id),
    number   INT           NOT NULL,
    item     INT           NOT NULL,
    sentence VARCHAR(1000) NOT NULL,
    PRIMARY KEY (delivery, number)
);

-- One link to one package. The link itself is nowhere, only its hash; neither is the passphrase.
CREATE TABLE delivery_hand_over (
    id               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery         BIGINT       NOT NULL REFERENCES delivery (id),
    token_sha256     VARCHAR(64)  NOT NULL UNIQUE,
    packing          VARCHAR(12)  NOT NULL,
    size_bytes       BIGINT       NOT NULL,
    sha256           VARCHAR(64)  NOT NULL,
    made_at          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    made_by_name     VARCHAR(200) NOT NULL,
    expires_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    revoked_at       TIMESTAMP(6) WITH TIME ZONE,
    revoked_by_name  VARCHAR(200),
    downloads        BIGINT       NOT NULL,
    last_download_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX delivery_hand_over_of ON delivery_hand_over (delivery, id);
