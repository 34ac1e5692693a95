-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'sending', 'delivered', 'failed', 'muted');

-- CreateTable
CREATE TABLE "quote" (
    "listing_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "price" DECIMAL(20,6) NOT NULL,
    "open" DECIMAL(20,6),
    "high" DECIMAL(20,6),
    "low" DECIMAL(20,6),
    "previous_close" DECIMAL(20,6),
    "volume" BIGINT,
    "feed" TEXT NOT NULL,
    "feed_symbol" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("listing_id","at")
);

-- CreateTable
CREATE TABLE "live_change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "live_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "listings" TEXT[],
    "status" "Status" NOT NULL DEFAULT 'published',
    "position" INTEGER NOT NULL DEFAULT 100,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "managed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal" (
    "id" BIGSERIAL NOT NULL,
    "rule_id" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "listing_id" INTEGER,
    "session" DATE,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "numbers" JSONB NOT NULL,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_rule" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rules" TEXT[],
    "listings" TEXT[],
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "secret" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "alert_id" TEXT NOT NULL,
    "signal_id" BIGINT,
    "key" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quote_at_idx" ON "quote"("at");

-- CreateIndex
CREATE INDEX "live_change_at_idx" ON "live_change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "rule_slug_key" ON "rule"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "rule_external_id_key" ON "rule"("external_id");

-- CreateIndex
CREATE INDEX "signal_known_at_idx" ON "signal"("known_at");

-- CreateIndex
CREATE UNIQUE INDEX "signal_rule_id_cause_key" ON "signal"("rule_id", "cause");

-- CreateIndex
CREATE INDEX "alert_rule_user_id_idx" ON "alert_rule"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_state_next_at_idx" ON "delivery"("state", "next_at");

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "live_change" ADD COLUMN "transaction" BIGINT NOT NULL;

-- CreateIndex
CREATE INDEX "live_change_transaction_idx" ON "live_change"("transaction");
-- What a delivery that comes of no signal says: a test, or that a listing has no new figures.
ALTER TABLE "delivery" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'signal', ADD COLUMN "subject" TEXT NOT NULL DEFAULT '';
