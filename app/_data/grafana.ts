/** One panel or annotation of the guide for Grafana: its address, and what to select of the answer. */
export interface GrafanaQuery {
  readonly name: 'priceJson' | 'priceCsv' | 'compare' | 'revenue' | 'events' | 'health' | 'jsonApi'
  /** Path and query; Grafana puts dates in place of what stands in `${…}`. */
  readonly path: string
  /** JSONata; null where the answer is a table as it is. */
  readonly selector: string | null
}

/** The first and the last day of a dashboard as an address names them: Grafana’s own variables. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: they are written like that in Grafana
export const dashboardDays = { from: '${__from:date:YYYY-MM-DD}', to: '${__to:date:YYYY-MM-DD}' } as const
const range = `from=${dashboardDays.from}&to=${dashboardDays.to}`

/** The queries of the guide, in its order. */
export const grafanaQueries: readonly GrafanaQuery[] = [
  {
    name: 'priceJson',
    path: `/api/v1/listings/688256.SS/bars?adjust=split&${range}`,
    selector: '$map($.session, function($day, $i) { { "time": $day, "close": $$.close[$i] } })',
  },
  { name: 'priceCsv', path: `/api/v1/listings/NVDA/bars?adjust=split&format=csv&${range}`, selector: null },
  { name: 'compare', path: `/api/v1/compare?symbols=688256.SS,NVDA&format=csv&${range}`, selector: null },
  {
    name: 'revenue',
    path: '/api/v1/listings/NVDA/revenue',
    selector: '$map($.end, function($day, $i) { { "end": $day, "label": $$.label[$i], "value": $$.value[$i] } })',
  },
  {
    name: 'events',
    path: '/api/v1/events?kind=all',
    selector: '$.items[precision != "month"].{ "time": date, "title": title, "text": text, "tags": $join(tags, ",") }',
  },
  {
    name: 'health',
    path: '/api/v1/listings',
    selector:
      '$.items.{ "listing": symbol, "state": series.age.state, "behind": series.age.sessionsBehind, "asOf": series.asOf }',
  },
  { name: 'jsonApi', path: `/api/v1/listings/688256.SS/bars?adjust=split&${range}`, selector: null },
]
