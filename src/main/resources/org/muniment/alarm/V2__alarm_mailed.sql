-- When people were last told of it by mail.
ALTER TABLE alarm ADD COLUMN mailed_at TIMESTAMP(6) WITH TIME ZONE;
