-- Verdicts and findings are computed from the store, so the store no longer keeps them. The parameters of the claims that ship in the box are brought
-- to what the computation takes; nothing that was derived stays among them.
UPDATE "claim" SET "kind" = 'not-checkable' WHERE "kind" = 'opinion';
UPDATE "claim" SET "parameters" = "parameters" || '{"adjust": "split", "reading": "percent-more"}' WHERE "kind" = 'price-change';
UPDATE "claim" SET "parameters" = "parameters" || '{"reading": "percent-more"}' WHERE "kind" = 'growth';
UPDATE "claim" SET "parameters" = "parameters" - 'sessions' - 'window' - 'benchmark' WHERE "kind" = 'response';
UPDATE "claim" SET "parameters" = "parameters" || '{"quarters": ["2025-Q1", "2025-Q2"]}' WHERE "slug" = 'cambricon-record-since-listing';
UPDATE "claim" SET "parameters" = '{"needs": "measured performance of both chips", "needsZh": "两款芯片的实测性能"}' WHERE "slug" = 't-head-matches-h20';
UPDATE "claim" SET "parameters" = '{"needs": "an agreed measure of a generation of chips", "needsZh": "公认的芯片“代差”衡量标准"}' WHERE "slug" = 'huawei-generations-behind';

-- AlterTable
ALTER TABLE "claim" DROP COLUMN "finding",
DROP COLUMN "finding_zh",
DROP COLUMN "verdict";
