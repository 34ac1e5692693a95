-- A listing's bars lie scattered in the table, one session here and one there: a read of five years touched 1,250 pages of it. With the figures in the key's own index, where a
-- listing's sessions lie side by side, it touches some twenty and never the table (once vacuumed). One index as before, not two.
-- On a table of many millions build the index beforehand, without locking anybody out: CREATE UNIQUE INDEX CONCURRENTLY "bar_covering" with the columns below.
CREATE UNIQUE INDEX IF NOT EXISTS "bar_covering" ON "bar" ("listing_id", "session")
  INCLUDE ("open", "high", "low", "close", "volume", "settled", "feed", "fetched_at", "as_of");
ALTER TABLE "bar" DROP CONSTRAINT "bar_pkey", ADD CONSTRAINT "bar_pkey" PRIMARY KEY USING INDEX "bar_covering";

-- The index answers alone only for pages that a vacuum has seen since they changed: after some 20,000 new rows, not after a fifth of the table.
ALTER TABLE "bar" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);

-- What would take a look at each row of a series to know, kept beside its version by the same triggers.
ALTER TABLE "series_version" ADD COLUMN "bars" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "revisions" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "last_revised_at" TIMESTAMPTZ(3);

CREATE FUNCTION bars_have_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order of the listings, so that two writers of several never wait for each other.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO series_version AS v (listing_id, version, bars)
    SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, count(*) FROM added GROUP BY listing_id ORDER BY listing_id
    ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version), bars = v.bars + excluded.bars;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO series_version AS v (listing_id, version, bars)
    SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, -count(*) FROM gone GROUP BY listing_id ORDER BY listing_id
    ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version), bars = v.bars + excluded.bars;
  ELSE
    INSERT INTO series_version AS v (listing_id, version, bars)
    SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, sum(n)
    FROM (SELECT listing_id, 1 AS n FROM added UNION ALL SELECT listing_id, -1 FROM gone) AS both_sides GROUP BY listing_id ORDER BY listing_id
    ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version), bars = v.bars + excluded.bars;
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER bar_added ON bar;
DROP TRIGGER bar_changed ON bar;
DROP TRIGGER bar_deleted ON bar;
CREATE TRIGGER bar_added AFTER INSERT ON bar REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION bars_have_changed();
CREATE TRIGGER bar_changed AFTER UPDATE ON bar REFERENCING NEW TABLE AS added OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION bars_have_changed();
CREATE TRIGGER bar_deleted AFTER DELETE ON bar REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION bars_have_changed();

CREATE FUNCTION revisions_have_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  listings integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO series_version AS v (listing_id, version, revisions, last_revised_at)
    SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, count(*), max(revised_at) FROM added GROUP BY listing_id ORDER BY listing_id
    ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version), revisions = v.revisions + excluded.revisions,
      last_revised_at = greatest(v.last_revised_at, excluded.last_revised_at);
    RETURN NULL;
  END IF;
  -- Nothing of ours changes a revision or takes one back. By hand it happens seldom enough to count again.
  IF TG_OP = 'DELETE' THEN
    listings := ARRAY(SELECT DISTINCT listing_id FROM gone ORDER BY listing_id);
  ELSE
    listings := ARRAY(SELECT listing_id FROM gone UNION SELECT listing_id FROM added ORDER BY listing_id);
  END IF;
  INSERT INTO series_version AS v (listing_id, version, revisions, last_revised_at)
  SELECT id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, count(r.listing_id), max(r.revised_at)
  FROM unnest(listings) AS id LEFT JOIN bar_revision r ON r.listing_id = id GROUP BY id ORDER BY id
  ON CONFLICT (listing_id) DO UPDATE SET version = greatest(v.version + 1, excluded.version), revisions = excluded.revisions,
    last_revised_at = excluded.last_revised_at;
  RETURN NULL;
END $$;

CREATE TRIGGER revision_added AFTER INSERT ON bar_revision REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION revisions_have_changed();
CREATE TRIGGER revision_changed AFTER UPDATE ON bar_revision REFERENCING NEW TABLE AS added OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION revisions_have_changed();
CREATE TRIGGER revision_deleted AFTER DELETE ON bar_revision REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION revisions_have_changed();

-- With the triggers in place nobody writes in between: this transaction holds the tables until it ends.
INSERT INTO series_version AS v (listing_id, version, bars)
SELECT listing_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, count(*) FROM bar GROUP BY listing_id
ON CONFLICT (listing_id) DO UPDATE SET bars = excluded.bars;
UPDATE series_version v SET revisions = r.revisions, last_revised_at = r.last_revised_at
FROM (SELECT listing_id, count(*) AS revisions, max(revised_at) AS last_revised_at FROM bar_revision GROUP BY listing_id) r WHERE r.listing_id = v.listing_id;

-- Quotes by weeks, so that old ones go by dropping a table and not row by row. What is outside the weeks (a feed's clock may say anything, and the sweep may be late) has a
-- table before the first and one after the last: no write is ever refused, and the newest price is still found in one table, which a default partition would prevent.
ALTER TABLE "quote" RENAME TO "quote_before";
ALTER TABLE "quote_before" RENAME CONSTRAINT "quote_pkey" TO "quote_before_pkey";
CREATE TABLE "quote" (LIKE "quote_before") PARTITION BY RANGE ("at");
ALTER TABLE "quote" ADD CONSTRAINT "quote_pkey" PRIMARY KEY ("listing_id", "at");

-- Brings the tables behind "quote" to what is wanted at a moment: the weeks (from Monday, UTC) from the one of `moment - kept` to the one after next, one table before and one
-- after them. Older weeks are dropped; says how many. At most once a week there is something to do, and then every reader and writer of quotes waits for some milliseconds;
-- where they would wait long (somebody holds the table), it gives up with an
-- error and is to be tried again. Not before Postgres has ended an autovacuum that is in the way, which it does after a second.
CREATE FUNCTION keep_quote_weeks(moment timestamptz, kept interval) RETURNS integer LANGUAGE plpgsql SET lock_timeout = '1500ms' AS $$
DECLARE
  first date := date_trunc('week', (moment - kept) AT TIME ZONE 'UTC');
  beyond date := date_trunc('week', moment AT TIME ZONE 'UTC') + interval '3 weeks';
  edge CONSTANT text := 'YYYY-MM-DD" 00:00:00+00"';
  wanted name[];
  present name[];
  week date;
  part name;
  apart name[] := '{}';
  dropped integer := 0;
BEGIN
  -- Another process is at it.
  IF NOT pg_try_advisory_xact_lock(hashtext('keep_quote_weeks')) THEN RETURN 0; END IF;
  SELECT array_agg(to_char(monday, '"quote_"YYYYMMDD')::name ORDER BY monday) INTO wanted
    FROM generate_series(first::timestamp, beyond - 1, interval '1 week') AS monday;
  SELECT coalesce(array_agg(c.relname ORDER BY c.relname), '{}') INTO present
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'quote'::regclass;
  IF present = wanted || '{quote_early,quote_late}'::name[] THEN
    DELETE FROM quote_early WHERE at < moment - kept;
    RETURN 0;
  END IF;
  -- Of the weeks only those are locked that go: an autovacuum of this one need not be waited for.
  LOCK TABLE ONLY quote IN ACCESS EXCLUSIVE MODE;
  -- A week that is older goes as a whole. Whatever else is not wanted is set aside under another name, and its rows put where they belong now.
  FOREACH part IN ARRAY present LOOP
    CONTINUE WHEN part = ANY(wanted);
    EXECUTE format('ALTER TABLE quote DETACH PARTITION %I', part);
    IF part ~ '^quote_[0-9]{8}$' AND to_date(right(part, 8), 'YYYYMMDD') < first THEN
      EXECUTE format('DROP TABLE %I', part);
      dropped := dropped + 1;
    ELSE
      EXECUTE format('ALTER TABLE %I RENAME TO %I', part, 'apart_' || part);
      apart := apart || part;
    END IF;
  END LOOP;
  FOR week IN SELECT generate_series(first::timestamp, beyond - 1, interval '1 week') LOOP
    part := to_char(week, '"quote_"YYYYMMDD');
    CONTINUE WHEN part = ANY(present);
    EXECUTE format('CREATE TABLE %I PARTITION OF quote FOR VALUES FROM (%L) TO (%L)', part, to_char(week, edge), to_char(week + 7, edge));
  END LOOP;
  EXECUTE format('CREATE TABLE quote_early PARTITION OF quote FOR VALUES FROM (MINVALUE) TO (%L)', to_char(first, edge));
  EXECUTE format('CREATE TABLE quote_late PARTITION OF quote FOR VALUES FROM (%L) TO (MAXVALUE)', to_char(beyond, edge));
  FOREACH part IN ARRAY apart LOOP
    EXECUTE format('INSERT INTO quote SELECT * FROM %I WHERE at >= $1', 'apart_' || part) USING moment - kept;
    EXECUTE format('DROP TABLE %I', 'apart_' || part);
  END LOOP;
  RETURN dropped;
END $$;

SELECT keep_quote_weeks(now(), interval '7 days');
INSERT INTO "quote" SELECT * FROM "quote_before";
DROP TABLE "quote_before";

-- The newest attempt of a job for a subject, and what a feed did lately, from an index each: they are asked for on every page, and there are some millions in a year of 10,000
-- listings. How many there ever were of each kind is counted as they come (and does not fall when old ones are swept).
ALTER TABLE "refresh_attempt" ADD COLUMN "job" TEXT;
UPDATE "refresh_attempt" a SET "job" = r."job" FROM "refresh_run" r WHERE r."id" = a."run_id";
ALTER TABLE "refresh_attempt" ALTER COLUMN "job" SET NOT NULL;
DROP INDEX "refresh_attempt_feed_started_at_idx";
CREATE INDEX "refresh_attempt_feed_outcome_started_at_idx" ON "refresh_attempt"("feed", "outcome", "started_at");
CREATE INDEX "refresh_attempt_job_subject_started_at_idx" ON "refresh_attempt"("job", "subject", "started_at");
CREATE INDEX "refresh_run_outcome_started_at_idx" ON "refresh_run"("outcome", "started_at");

CREATE TABLE "attempt_count" (
    "feed" TEXT NOT NULL,
    "outcome" "RunOutcome" NOT NULL,
    "error_class" TEXT NOT NULL,
    "attempts" BIGINT NOT NULL,

    CONSTRAINT "attempt_count_pkey" PRIMARY KEY ("feed","outcome","error_class")
);

CREATE FUNCTION attempts_were_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attempt_count AS c (feed, outcome, error_class, attempts)
  SELECT feed, outcome, coalesce(error_class, ''), count(*) FROM made GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (feed, outcome, error_class) DO UPDATE SET attempts = c.attempts + excluded.attempts;
  RETURN NULL;
END $$;
CREATE TRIGGER attempt_made AFTER INSERT ON refresh_attempt REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION attempts_were_made();
INSERT INTO attempt_count SELECT feed, outcome, coalesce(error_class, ''), count(*) FROM refresh_attempt GROUP BY 1, 2, 3;

CREATE INDEX "missing_session_state_seen_at_idx" ON "missing_session"("state", "seen_at");
CREATE INDEX "delivery_alert_id_created_at_idx" ON "delivery"("alert_id", "created_at");
CREATE INDEX "delivery_signal_id_idx" ON "delivery"("signal_id");
CREATE INDEX "signal_found_at_idx" ON "signal"("found_at");
CREATE INDEX "quarantine_listing_id_entity_row_key_idx" ON "quarantine"("listing_id", "entity", "row_key");
CREATE INDEX "refresh_request_requested_at_idx" ON "refresh_request"("requested_at");
CREATE INDEX "sign_in_expires_at_idx" ON "sign_in"("expires_at");
CREATE INDEX "challenge_expires_at_idx" ON "challenge"("expires_at");
