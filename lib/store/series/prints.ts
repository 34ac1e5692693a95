import type { Queryable } from '../connection/sql'

/**
 * A print of each listing of `symbols` and its series, by symbol: equal prints, equal rows of listing, bar and corporate_action. A listing that is not there has none. What a row was written
 * by (`xmin`) tells every change of it, also one that somebody made by hand.
 */
export async function listingPrints(sql: Queryable, symbols: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ symbol: string; print: string }[]>`
    SELECT l.symbol, l.id || ' ' || l.xmin || ' ' || COALESCE(v.version, 0) AS print
    FROM listing l LEFT JOIN series_version v ON v.listing_id = l.id WHERE l.symbol = ANY (${[...symbols]})`
  return new Map(rows.map(({ symbol, print }) => [symbol, print]))
}

/** A print of all events with their topics and listings. */
export async function eventsPrint(sql: Queryable): Promise<string> {
  const [row] = await sql<{ print: string }[]>`
    SELECT concat_ws(' ',
      (SELECT sum(hashtextextended(id || ' ' || xmin, 0)) FROM event),
      (SELECT sum(hashtextextended(event_id || ' ' || topic_id || ' ' || xmin, 1)) FROM event_topic),
      (SELECT sum(hashtextextended(event_id || ' ' || listing_id || ' ' || xmin, 2)) FROM event_listing),
      (SELECT sum(hashtextextended(t.id || ' ' || t.xmin, 3)) FROM topic t WHERE EXISTS (SELECT 1 FROM event_topic e WHERE e.topic_id = t.id)),
      (SELECT sum(hashtextextended(l.id || ' ' || l.xmin, 4)) FROM listing l WHERE EXISTS (SELECT 1 FROM event_listing e WHERE e.listing_id = l.id))
    ) AS print`
  return row?.print ?? ''
}

/** A print of the rates of the euro in some currencies. */
export async function ratesPrint(sql: Queryable, currencies: readonly string[]): Promise<string> {
  const [row] = await sql<{ print: string }[]>`
    SELECT concat_ws(' ', count(*), sum(hashtextextended(quote || date || ' ' || xmin, 0))) AS print
    FROM fx_rate WHERE base = 'EUR' AND quote = ANY (${[...currencies]})`
  return row?.print ?? ''
}

/** When what is known of a series stops to depend on the moment that is looked from, and what will adjust it. */
export interface SeriesHorizon {
  readonly symbol: string
  readonly mic: string
  /** The latest moment that any bar, or a revision of one, waits for; null without bars. */
  readonly latest: Date | null
  /** Ascending. */
  readonly exDates: readonly string[]
}

/** The horizons of the listings of `symbols`. */
export async function seriesHorizons(sql: Queryable, symbols: readonly string[]): Promise<SeriesHorizon[]> {
  return sql<SeriesHorizon[]>`
    SELECT l.symbol, l.mic,
      greatest((SELECT max(as_of) FROM bar WHERE listing_id = l.id), (SELECT max(revised_at) FROM bar_revision WHERE listing_id = l.id)) AS latest,
      ARRAY(SELECT DISTINCT ex_date::text FROM corporate_action WHERE listing_id = l.id ORDER BY 1) AS "exDates"
    FROM listing l WHERE l.symbol = ANY (${[...symbols]}) ORDER BY l.symbol`
}

/** A print of what is settled of the series of `symbols`, with the dates of what is not, by symbol: it stays when only the price of the running session moves. */
export async function settledPrints(sql: Queryable, symbols: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ symbol: string; print: string | null }[]>`
    SELECT l.symbol, concat_ws(' ', l.id, l.xmin,
      (SELECT md5(string_agg(CASE WHEN settled THEN concat_ws(' ', session, open, high, low, close, volume, feed, fetched_at, as_of) ELSE session::text END,
        ' ' ORDER BY session)) FROM bar WHERE listing_id = l.id),
      (SELECT sum(hashtextextended(a::text, 0)) FROM corporate_action a WHERE a.listing_id = l.id)) AS print
    FROM listing l WHERE l.symbol = ANY (${[...symbols]})`
  return new Map(rows.map(({ symbol, print }) => [symbol, print ?? '']))
}
