-- Whether everything is preserved because nobody could say what is asked for; that alone ends once somebody can.
ALTER TABLE request_preservation ADD COLUMN is_unclear BOOLEAN DEFAULT FALSE NOT NULL;
