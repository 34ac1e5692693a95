/** Texts of a listing's page. */
export const listing = {
  adjust: {
    label: 'Adjustment',
    names: { raw: 'As traded', split: 'Split-adjusted', total: 'Total return' },
    notes: {
      raw: 'Prices as they were traded on the day. A split shows as a jump.',
      split:
        'Prices before a split or bonus issue are divided by its ratio, so the line runs on. Cash dividends are left in.',
      total: 'Split-adjusted, and earlier prices are lowered by the cash dividends that are known.',
    },
  },
  range: {
    label: 'Range',
    names: { '3m': '3M', '6m': '6M', '1y': '1Y', all: 'All' },
  },
  chart: {
    title: 'Daily prices',
    label: (name: string) => `Daily candles of ${name}. Arrow keys read each session.`,
    readout: { open: 'O', high: 'H', low: 'L', close: 'C', volume: 'Vol' },
    unsettled: 'not settled yet',
    none: 'No prices are stored for this listing yet. They appear here as soon as a refresh has stored some.',
  },
  bars: {
    title: 'The numbers',
    note: (n: number, all: number) => `The last ${n} of ${all} sessions`,
    head: { session: 'Session', open: 'Open', high: 'High', low: 'Low', close: 'Close', volume: 'Volume' },
    csv: 'All as CSV',
    json: 'JSON',
  },
  actions: {
    title: 'Corporate actions',
    head: { date: 'Ex-date', what: 'What', source: 'Source' },
    split: (after: number, before: number) => `Split ${after} for ${before}`,
    bonus: (ratio: string) => `Capitalisation issue, ${ratio} shares for 1`,
    dividend: (cash: string, currency: string) => `Cash dividend ${cash} ${currency} a share`,
    none: 'None are known in the stored range.',
    incomplete: 'The list may not be complete: cash dividends of the bundled range come in with the first refresh.',
  },
  series: {
    title: 'Freshness and source',
    rows: {
      age: 'Age',
      lastDue: 'Last session due',
      last: 'Last session stored',
      range: 'Range',
      sessions: 'Sessions',
      missing: 'Missing sessions',
      source: 'Source',
      fetched: 'Fetched',
      attempt: 'Last refresh',
    },
    brought: (name: string, from: string, to: string) =>
      from === to ? `${name}, ${from}` : `${name}, ${from} to ${to}`,
    never: 'No refresh has asked for this listing yet.',
    failed: (feed: string, at: string) => `${feed} failed on ${at}. The figures above are the last good ones.`,
    worked: (feed: string, at: string) => `${feed} answered on ${at}.`,
  },
  events: { title: 'Events that name it', none: 'No event names this listing.' },
  missing: {
    title: 'There is no such listing',
    text: 'Symbols are written as Yahoo writes them. These are followed:',
  },
  kinds: { equity: 'share', adr: 'depositary share', index: 'index' } as Readonly<Record<string, string>>,
} as const
