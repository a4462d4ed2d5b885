-- One row each of the city and its seal.
CREATE TABLE city (
    only_row  BOOLEAN PRIMARY KEY CHECK (only_row),
    name      VARCHAR(120),
    time_zone VARCHAR(60)
);
INSERT INTO city (only_row) VALUES (TRUE);

CREATE TABLE seal (
    only_row BOOLEAN PRIMARY KEY CHECK (only_row),
    png      VARBINARY(2097152) NOT NULL,
    sha256   CHAR(64) NOT NULL
);
