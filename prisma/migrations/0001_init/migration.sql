-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TopicKind" AS ENUM ('company', 'chip', 'cluster', 'format');

-- CreateEnum
CREATE TYPE "ListingKind" AS ENUM ('equity', 'adr', 'index');

-- CreateEnum
CREATE TYPE "ListingStatus" AS ENUM ('listed', 'suspended', 'delisted');

-- CreateEnum
CREATE TYPE "ActionKind" AS ENUM ('split', 'dividend');

-- CreateEnum
CREATE TYPE "EventPrecision" AS ENUM ('minute', 'day', 'month');

-- CreateEnum
CREATE TYPE "EventPhase" AS ENUM ('pre', 'intraday', 'after', 'unknown');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('event', 'results');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "RunOutcome" AS ENUM ('running', 'succeeded', 'partly', 'failed', 'abandoned');

-- CreateTable
CREATE TABLE "topic" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "kind" "TopicKind" NOT NULL,
    "parent_id" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "note_zh" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" SERIAL NOT NULL,
    "symbol" TEXT NOT NULL,
    "mic" TEXT NOT NULL,
    "ticker" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "kind" "ListingKind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "ListingStatus" NOT NULL DEFAULT 'listed',
    "listed_on" DATE,
    "delisted_on" DATE,
    "tracked_from" DATE NOT NULL,
    "dividends_known_to" DATE,
    "benchmark_id" INTEGER,
    "second_benchmark_id" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 100,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_listing" (
    "topic_id" INTEGER NOT NULL,
    "listing_id" INTEGER NOT NULL,

    CONSTRAINT "topic_listing_pkey" PRIMARY KEY ("topic_id","listing_id")
);

-- CreateTable
CREATE TABLE "feed_symbol" (
    "listing_id" INTEGER NOT NULL,
    "feed" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,

    CONSTRAINT "feed_symbol_pkey" PRIMARY KEY ("listing_id","feed")
);

-- CreateTable
CREATE TABLE "bar" (
    "listing_id" INTEGER NOT NULL,
    "session" DATE NOT NULL,
    "open" DECIMAL(20,6) NOT NULL,
    "high" DECIMAL(20,6) NOT NULL,
    "low" DECIMAL(20,6) NOT NULL,
    "close" DECIMAL(20,6) NOT NULL,
    "volume" BIGINT,
    "settled" BOOLEAN NOT NULL,
    "feed" TEXT NOT NULL,
    "feed_symbol" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bar_pkey" PRIMARY KEY ("listing_id","session")
);

-- CreateTable
CREATE TABLE "bar_revision" (
    "listing_id" INTEGER NOT NULL,
    "session" DATE NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "open" DECIMAL(20,6) NOT NULL,
    "high" DECIMAL(20,6) NOT NULL,
    "low" DECIMAL(20,6) NOT NULL,
    "close" DECIMAL(20,6) NOT NULL,
    "volume" BIGINT,
    "feed" TEXT NOT NULL,
    "feed_symbol" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bar_revision_pkey" PRIMARY KEY ("listing_id","session","revised_at")
);

-- CreateTable
CREATE TABLE "corporate_action" (
    "listing_id" INTEGER NOT NULL,
    "ex_date" DATE NOT NULL,
    "kind" "ActionKind" NOT NULL,
    "ratio_numerator" INTEGER,
    "ratio_denominator" INTEGER,
    "cash" DECIMAL(20,6),
    "currency" CHAR(3),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "corporate_action_pkey" PRIMARY KEY ("listing_id","ex_date","kind")
);

-- CreateTable
CREATE TABLE "revenue_fact" (
    "topic_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "value" DECIMAL(24,2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "filed" DATE,
    "derived" BOOLEAN NOT NULL,
    "precision" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revenue_fact_pkey" PRIMARY KEY ("topic_id","label","known_at")
);

-- CreateTable
CREATE TABLE "fx_rate" (
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "date" DATE NOT NULL,
    "rate" DECIMAL(20,8) NOT NULL,
    "feed" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fx_rate_pkey" PRIMARY KEY ("base","quote","date")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "EventKind" NOT NULL DEFAULT 'event',
    "title" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "precision" "EventPrecision" NOT NULL,
    "phase" "EventPhase" NOT NULL DEFAULT 'unknown',
    "time_note" TEXT NOT NULL DEFAULT '',
    "time_note_zh" TEXT NOT NULL DEFAULT '',
    "status" "Status" NOT NULL DEFAULT 'published',
    "source_name" TEXT NOT NULL,
    "source_url" TEXT,
    "confirmed" BOOLEAN NOT NULL,
    "tags" TEXT[],
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_topic" (
    "event_id" INTEGER NOT NULL,
    "topic_id" INTEGER NOT NULL,

    CONSTRAINT "event_topic_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "event_listing" (
    "event_id" INTEGER NOT NULL,
    "listing_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_listing_pkey" PRIMARY KEY ("event_id","listing_id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "statement_zh" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "stated_on" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "source_url" TEXT,
    "verdict" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "finding_zh" TEXT NOT NULL,
    "status" "Status" NOT NULL DEFAULT 'published',
    "position" INTEGER NOT NULL DEFAULT 100,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "promised" TEXT,
    "shipped_on" TEXT,
    "evidence" TEXT NOT NULL DEFAULT '',
    "evidence_zh" TEXT NOT NULL DEFAULT '',
    "evidence_url" TEXT,
    "source_name" TEXT NOT NULL,
    "source_url" TEXT,
    "publication" "Status" NOT NULL DEFAULT 'published',
    "position" INTEGER NOT NULL DEFAULT 100,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "id" BIGSERIAL NOT NULL,
    "listing_id" INTEGER,
    "entity" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_run" (
    "id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "slot_id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "outcome" "RunOutcome" NOT NULL DEFAULT 'running',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "refresh_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_attempt" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "listing_id" INTEGER,
    "outcome" "RunOutcome" NOT NULL,
    "error_class" TEXT,
    "error" TEXT,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,

    CONSTRAINT "refresh_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "listing_symbol_key" ON "listing"("symbol");

-- CreateIndex
CREATE INDEX "topic_listing_listing_id_idx" ON "topic_listing"("listing_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "event_external_id_key" ON "event"("external_id");

-- CreateIndex
CREATE INDEX "event_start_idx" ON "event"("start");

-- CreateIndex
CREATE INDEX "event_topic_topic_id_idx" ON "event_topic"("topic_id");

-- CreateIndex
CREATE INDEX "event_listing_listing_id_idx" ON "event_listing"("listing_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_slug_key" ON "claim"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_slug_key" ON "milestone"("slug");

-- CreateIndex
CREATE INDEX "quarantine_state_held_at_idx" ON "quarantine"("state", "held_at");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_run_slot_id_key" ON "refresh_run"("slot_id");

-- CreateIndex
CREATE INDEX "refresh_run_started_at_idx" ON "refresh_run"("started_at");

-- CreateIndex
CREATE INDEX "refresh_attempt_run_id_idx" ON "refresh_attempt"("run_id");

-- CreateIndex
CREATE INDEX "refresh_attempt_feed_started_at_idx" ON "refresh_attempt"("feed", "started_at");

-- CreateIndex
CREATE INDEX "refresh_attempt_listing_id_started_at_idx" ON "refresh_attempt"("listing_id", "started_at");

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_benchmark_id_fkey" FOREIGN KEY ("benchmark_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_second_benchmark_id_fkey" FOREIGN KEY ("second_benchmark_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_listing" ADD CONSTRAINT "topic_listing_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_listing" ADD CONSTRAINT "topic_listing_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_symbol" ADD CONSTRAINT "feed_symbol_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_fact" ADD CONSTRAINT "revenue_fact_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_listing" ADD CONSTRAINT "event_listing_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_listing" ADD CONSTRAINT "event_listing_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_attempt" ADD CONSTRAINT "refresh_attempt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "refresh_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What must never be stored, whoever writes it.
ALTER TABLE "bar" ADD CONSTRAINT "bar_prices_in_order" CHECK ("low" > 0 AND "low" <= LEAST("open", "close") AND "high" >= GREATEST("open", "close"));
ALTER TABLE "bar" ADD CONSTRAINT "bar_volume_not_negative" CHECK ("volume" >= 0);
ALTER TABLE "corporate_action" ADD CONSTRAINT "corporate_action_is_whole" CHECK (
  ("kind" = 'split' AND "ratio_numerator" > 0 AND "ratio_denominator" > 0 AND "cash" IS NULL)
  OR ("kind" = 'dividend' AND "cash" > 0 AND "ratio_numerator" IS NULL AND "ratio_denominator" IS NULL));
ALTER TABLE "revenue_fact" ADD CONSTRAINT "revenue_fact_period_in_order" CHECK ("period_start" < "period_end");
ALTER TABLE "fx_rate" ADD CONSTRAINT "fx_rate_positive" CHECK ("rate" > 0);
ALTER TABLE "event" ADD CONSTRAINT "event_start_as_exact_as_it_is_known" CHECK (
  ("precision" = 'minute' AND "start" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
  OR ("precision" = 'day' AND "start" ~ '^\d{4}-\d\d-\d\d$')
  OR ("precision" = 'month' AND "start" ~ '^\d{4}-\d\d$'));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_promised_is_a_window" CHECK ("promised" ~ '^\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?$');
