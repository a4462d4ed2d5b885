-- Passkeys (W3C Web Authentication). A public key is no secret; the private one never leaves the person's device.

CREATE TABLE passkey (
    credential   VARBINARY(1023) PRIMARY KEY,
    person       BIGINT          NOT NULL REFERENCES person (id),
    label        VARCHAR(100)    NOT NULL,
    -- Attested credential data (Web Authentication, 6.5.1): identifier and public key.
    attested     VARBINARY(8192) NOT NULL,
    sign_count   BIGINT          NOT NULL,
    can_back_up  BOOLEAN         NOT NULL,
    is_backed_up BOOLEAN         NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP(6) WITH TIME ZONE
);

CREATE INDEX passkey_of_person ON passkey (person);
