-- Whether a release needs the approval of a third person always, or where somebody asked for it.
ALTER TABLE city ADD COLUMN release_approval VARCHAR(20) DEFAULT 'WHERE_ASKED' NOT NULL;
