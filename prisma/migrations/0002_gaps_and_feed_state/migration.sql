-- CreateEnum
CREATE TYPE "MissingState" AS ENUM ('open', 'permanent');

-- CreateEnum
CREATE TYPE "BreakerState" AS ENUM ('closed', 'open', 'half_open');

-- AlterTable
ALTER TABLE "quarantine" ADD COLUMN     "closed_by" TEXT;

-- AlterTable
ALTER TABLE "refresh_run" ADD COLUMN     "lease_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "missing_session" (
    "listing_id" INTEGER NOT NULL,
    "session" DATE NOT NULL,
    "state" "MissingState" NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "asked_feeds" TEXT[],
    "null_feeds" TEXT[],
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "missing_session_pkey" PRIMARY KEY ("listing_id","session")
);

-- CreateTable
CREATE TABLE "feed_state" (
    "feed" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "tokens_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3),
    "breaker" "BreakerState" NOT NULL DEFAULT 'closed',
    "failures_in_a_row" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "last_error_class" TEXT,

    CONSTRAINT "feed_state_pkey" PRIMARY KEY ("feed")
);

-- CreateTable
CREATE TABLE "seed_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seed_state_pkey" PRIMARY KEY ("id")
);
