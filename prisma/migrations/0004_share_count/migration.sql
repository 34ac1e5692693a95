-- CreateTable
CREATE TABLE "share_count" (
    "topic_id" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "shares" BIGINT NOT NULL,
    "feed" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_count_pkey" PRIMARY KEY ("topic_id","as_of","known_at")
);

-- AddForeignKey
ALTER TABLE "share_count" ADD CONSTRAINT "share_count_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
