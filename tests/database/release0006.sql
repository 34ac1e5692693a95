-- Rows of every table as release 0006_live has them, with what is awkward to copy: tabs, line ends, backslashes, "\N" as a text, empty beside null, lists with commas and
-- quotes, JSON in JSON, numbers beyond what a double holds. To be run on a schema of exactly the migrations 0001 to 0006.
INSERT INTO topic (slug, name, name_zh, kind, note, note_zh) VALUES
  ('nvidia', 'Nvidia', '英伟达', 'company', E'a\ttab, a \\ and\na line end', ''), ('h20', 'H20', 'H20', 'chip', E'\\N', E'\\.');
UPDATE topic SET parent_id = 1 WHERE slug = 'h20';
INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, listed_on, tracked_from, dividends_known_to, position, version, managed_by) VALUES
  ('^GSPC', 'XNYS', 'GSPC', 'S&P 500', '标普500', 'index', 'USD', NULL, '2026-01-02', NULL, 1, 1, NULL),
  ('NVDA', 'XNAS', 'NVDA', 'Nvidia', '英伟达', 'equity', 'USD', '1999-01-22', '2026-01-02', '2026-03-31', 2, 3, 'config/nvidia.yaml'),
  ('688256.SS', 'XSHG', '688256', 'Cambricon', '寒武纪', 'equity', 'CNY', '2020-07-20', '2026-01-05', NULL, 3, 1, NULL);
UPDATE listing SET benchmark_id = 1, second_benchmark_id = 3 WHERE symbol = 'NVDA';
INSERT INTO topic_listing SELECT 1, 2;
INSERT INTO feed_symbol VALUES (2, 'yahoo', 'NVDA'), (3, 'yahoo', '688256.SS'), (3, 'tencent', 'sh688256');
INSERT INTO bar
  SELECT l, d::date, 100 + l, 101.5 + l, 99.123456 + l, 100.000001 + l, CASE WHEN l > 1 THEN 9007199254740993 + l END, true, 'yahoo', 'S' || l, d + interval '22 hours 0.123 seconds', d + interval '21 hours'
  FROM generate_series(1, 3) AS l, generate_series('2026-01-05'::timestamptz, '2026-03-31', '1 day') AS d WHERE extract(isodow FROM d) < 6;
INSERT INTO bar VALUES (2, '2026-04-01', 99999999999999.999999, 99999999999999.999999, 0.000001, 1, 0, false, 'tencent', 'NVDA', '2026-04-01 15:00:00.001Z', '2026-04-01 15:00Z');
INSERT INTO bar_revision SELECT listing_id, session, '2026-03-01 12:00:00.5Z', open, high, low, close + 0.5, NULL, feed, feed_symbol, fetched_at, as_of FROM bar WHERE session = '2026-02-02';
INSERT INTO corporate_action VALUES (2, '2026-02-10', 'split', 10, 1, NULL, NULL, 'yahoo', '', '2026-02-10Z'), (2, '2026-03-10', 'dividend', NULL, NULL, 0.010001, 'USD', 'import', 'a "quoted" source', '2026-03-10Z');
INSERT INTO revenue_fact VALUES (1, '2025-Q2', '2025-08-27 20:20Z', '2025-04-28', '2025-07-27', 46743000000.01, 'USD', NULL, false, 'exact', 'sec', '10-Q', '2026-01-01Z');
INSERT INTO fx_rate VALUES ('EUR', 'USD', '2026-03-31', 1.08123456, 'ecb', '2026-04-01Z'), ('EUR', 'CNY', '2026-03-31', 7.8, 'ecb', '2026-04-01Z');
INSERT INTO event (slug, title, title_zh, text, text_zh, start, precision, phase, source_name, confirmed, tags, external_id, version) VALUES
  ('deepseek', 'DeepSeek says', 'DeepSeek', E'two\nlines', '', '2026-02-12', 'day', 'after', 'Reuters', true, '{"with, comma","with \"quotes\"",""}', 'x-1', 4),
  ('month', 'A month', '一个月', '', '', '2026-02', 'month', 'unknown', 'none', false, '{}', NULL, 1);
INSERT INTO event_topic VALUES (1, 1, 0), (1, 2, 1);
INSERT INTO event_listing VALUES (1, 2, 0);
INSERT INTO claim (slug, statement, statement_zh, kind, parameters, stated_on, source_name) VALUES
  ('fell', 'It fell', '下跌', 'not-checkable', '{"deep": {"list": [1, 2.50, null, "\"\\"]}, "zh": "意见"}', '2026-02-12', 'Reuters');
INSERT INTO milestone (slug, title, title_zh, topic_id, promised, source_name) VALUES ('rubin', 'Rubin', 'Rubin', 1, '2026-Q3', 'Nvidia');
INSERT INTO quarantine (listing_id, entity, row_key, feed, reason, payload, held_at, state, closed_at, closed_by) VALUES
  (2, 'bar', '2026-03-30', 'yahoo', 'a move', '{"close": "1e3"}', '2026-03-31Z', 'rejected', '2026-04-01Z', 'ada'), (2, 'bar', '2026-03-31', 'yahoo', 'a move', '[]', '2026-03-31Z', 'held', NULL, NULL);
INSERT INTO missing_session VALUES (3, '2026-02-16', 'permanent', 'halt', '{yahoo,tencent}', '{}', '2026-02-17Z', NULL);
INSERT INTO share_count VALUES (1, '2026-01-31', '2026-02-26Z', 24300000000, 'sec', '10-K', '2026-03-01Z');
INSERT INTO refresh_run (id, job, slot_id, trigger, outcome, started_at, finished_at, added) VALUES ('run', 'bars', 'bars 2026-03-31', 'schedule', 'partly', '2026-03-31 21:00Z', '2026-03-31 21:01Z', 3), ('open', 'bars', 'bars 2026-04-01', 'schedule', 'running', '2026-04-01 21:00Z', NULL, 0);
INSERT INTO refresh_attempt (run_id, feed, subject, listing_id, outcome, error_class, error, started_at, duration_ms) VALUES ('run', 'yahoo', 'NVDA', 2, 'failed', 'timeout', E'said:\n\tnothing', '2026-03-31 21:00Z', 30001);
INSERT INTO feed_state VALUES ('yahoo', 0.1, '2026-04-01Z', NULL, 'half_open', 3, '2026-04-02Z', 'timeout');
INSERT INTO seed_state VALUES (1, 'an older bundle', '2026-01-01Z');
INSERT INTO audit_entry (at, actor, action, entity, key, before, after) VALUES ('2026-02-13Z', 'ada@example.org', 'create', 'event', 'deepseek', NULL, '{"title": "DeepSeek says"}'), ('2026-02-14Z', 'ada@example.org', 'change', 'event', 'deepseek', '{}', 'null');
INSERT INTO account_user (id, name, email, role, version) VALUES ('ada', 'Ada', 'ada@example.org', 'annotator', 2), ('bob', 'Bob', 'bob@example.org', 'viewer', 1);
INSERT INTO sign_in (id, token, expires_at, user_id, ip_address, previous_token, rotated_at) VALUES ('s', 'token', '2027-01-01Z', 'ada', '203.0.113.7', 'older', '2026-03-01Z');
INSERT INTO credential (id, account_id, provider_id, user_id, password) VALUES ('c', 'ada', 'credential', 'ada', 'scrypt$x');
INSERT INTO challenge (id, identifier, value, expires_at) VALUES ('h', 'passkey', 'value', '2026-03-01Z');
INSERT INTO passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up) VALUES ('p', 'key', 'ada', 'cred', 7, 'singleDevice', false);
INSERT INTO account_link (id, kind, token_hash, role, created_by, created_at, expires_at) VALUES ('l', 'invite', 'hash', 'viewer', 'ada', '2026-03-01Z', '2026-03-08Z');
INSERT INTO api_key (id, name, start, key_hash, scope, user_id, created_at) VALUES ('k', 'script', 'tm_ab', 'keyhash', 'annotate', 'ada', '2026-03-01Z');
INSERT INTO rate_bucket VALUES ('sign-in 203.0.113.7', 4.123456789012345, '2026-03-01Z');
INSERT INTO refresh_request (id, kind, job, listing_id, from_session, state, requested_by, requested_at, result) VALUES ('r', 'backfill', 'bars', 2, '2025-01-02', 'done', 'ada', '2026-03-01Z', '{"added": 1}');
INSERT INTO quote SELECT 2, '2026-03-31 14:30Z'::timestamptz + n * interval '15 seconds', 100 + n, NULL, 101 + n, 99, NULL, n, 'yahoo', 'NVDA', '2026-03-31 14:30Z' FROM generate_series(0, 199) AS n;
INSERT INTO live_change (at, topic, key, transaction) VALUES ('2026-03-31Z', 'bars', 'NVDA', 3);
INSERT INTO rule (slug, name, name_zh, kind, parameters, listings) VALUES ('fall', 'Fall', '跌', 'drawdown', '{"percent": 20}', '{NVDA}');
INSERT INTO signal (rule_id, cause, listing_id, session, known_at, found_at, numbers) VALUES (1, 'drawdown 2026-03-30', 2, '2026-03-30', '2026-03-30 20:00Z', '2026-03-31Z', '{"percent": 21.5}');
INSERT INTO alert_rule (id, user_id, name, rules, listings, channel, target, secret) VALUES ('a', 'ada', 'Falls', '{fall}', '{}', 'webhook', 'https://example.org/hook', 'whsec_x');
INSERT INTO delivery (alert_id, signal_id, key, created_at, next_at) VALUES ('a', 1, 'a 1', '2026-03-31Z', '2026-03-31Z');
