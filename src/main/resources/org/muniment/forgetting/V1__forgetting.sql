-- Everything that the log, up to where this says, called destroyed has been forgotten.
CREATE TABLE forgetting_position (next_entry BIGINT NOT NULL);
INSERT INTO forgetting_position VALUES (0);
