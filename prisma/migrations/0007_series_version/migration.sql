-- CreateTable
CREATE TABLE "series_version" (
    "listing_id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "series_version_pkey" PRIMARY KEY ("listing_id")
);

-- What readers keep of a series (in a browser, a cache in front, our own memory) is named by this version. So it moves with every change of the series, whoever makes it:
-- a command of ours, an import, or somebody who mends a row by hand. Later than every earlier one also after a restore: it is the clock's, or one more.
CREATE FUNCTION series_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order of the listings, so that two writers of several never wait for each other.
  INSERT INTO series_version AS v (listing_id, version)
  SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
  FROM (SELECT DISTINCT listing_id FROM changed ORDER BY listing_id) AS listings
  ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version);
  RETURN NULL;
END $$;

CREATE TRIGGER bar_added AFTER INSERT ON bar REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();
CREATE TRIGGER bar_changed AFTER UPDATE ON bar REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();
CREATE TRIGGER bar_deleted AFTER DELETE ON bar REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();
CREATE TRIGGER action_added AFTER INSERT ON corporate_action REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();
CREATE TRIGGER action_changed AFTER UPDATE ON corporate_action REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();
CREATE TRIGGER action_deleted AFTER DELETE ON corporate_action REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION series_has_changed();

INSERT INTO series_version (listing_id, version)
SELECT id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint FROM listing ORDER BY id;
