-- Whether counsel has decided an item since counsel keeps it back. What was let go before is not let go any more until
-- counsel says so.
ALTER TABLE review_item ADD COLUMN counsel_decided BOOLEAN DEFAULT FALSE NOT NULL;
