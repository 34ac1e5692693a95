/** Texts of the data page. */
export const data = {
  title: 'Data',
  lead: 'Every stored series, how old it is in the time of its market, and what the feeds did lately.',
  series: {
    title: 'Price series',
    head: {
      listing: 'Listing',
      range: 'Range',
      sessions: 'Sessions',
      missing: 'Missing',
      age: 'Age',
      source: 'Source',
      attempt: 'Last refresh',
    },
    never: 'not yet',
  },
  feeds: {
    title: 'Feeds',
    head: { feed: 'Feed', success: 'Last answer', state: 'State', error: 'Last error', terms: 'Terms' },
    states: { ok: 'answers', failing: (n: number) => `failed ${n} in a row`, never: 'not asked yet' },
  },
  runs: {
    title: 'Refreshes',
    note: 'The newest first',
    head: {
      started: 'Started',
      job: 'What',
      trigger: 'Why',
      outcome: 'Outcome',
      added: 'New',
      changed: 'Changed',
      held: 'Held back',
      failed: 'Failures',
    },
    none: 'No refresh has run yet. npm run refresh starts one; the worker starts them after each exchange’s close.',
    running: 'running',
  },
} as const
