/** Texts that stand on every page. */
export const common = {
  product: 'Tidemark',
  question: 'Can China’s AI chips replace Nvidia’s?',
  skip: 'Skip to the content',
  nav: { label: 'Pages', board: 'Board', events: 'Events', claims: 'Claims', data: 'Data' },
  theme: {
    label: (now: string) => `Colours: ${now}. Change`,
    names: { system: 'as the system', light: 'light', dark: 'dark' },
  },
  footer: {
    advice:
      'Not investment advice. Figures can be wrong, late or missing; check them at their source before you rely on them.',
    method: 'A price that moved after an event is consistent with the event; it is no proof of a cause.',
    article:
      'The argument: “How DeepSeek and Huawei Are Rewriting the AI Playbook”, an opinion article of autumn 2025. Events and claims are retold here in our own words.',
    terms: 'Terms of the feeds',
    charts: 'Charts by',
  },
  numbers: 'Show the numbers',
  numbersOf: (title: string) => `The numbers of: ${title}`,
  asOf: 'As of',
  missing: {
    none: 'none',
    open: 'open',
    reasons: (reason: string | null) =>
      ({ halt: 'halted', 'feed-gap': 'in no feed', 'not-listed': 'before the listing' })[reason ?? ''] ?? 'unexplained',
    title: 'Sessions of the exchange without a bar: open until a feed brings them, else with the reason',
  },
  pointInTime: {
    banner: (moment: string) => `Set to ${moment}: only what could be known then is shown.`,
    back: 'Back to now',
    label: 'Show what could be known at the end of a day',
    go: 'Look back',
    wrong: (text: string) => `“${text}” is no date to look back to; write one such as 2025-09-18. This is the present.`,
    future: (text: string) => `${text} has not come yet. This is the present.`,
  },
  unknownUrl: { title: 'There is no such page', text: 'The address may be old or mistyped.', back: 'Go to the board' },
  failure: {
    title: 'This page could not be made',
    text: 'The server could not read what it needs, most likely because the database is not answering. Nothing stored is lost.',
    again: 'Try again',
  },
  live: { failed: (at: string) => `No connection to the server: these are the figures of ${at}.` },
  age: {
    fresh: 'fresh',
    unknown: 'age unknown',
    empty: 'no figures yet',
    lastDue: (day: string, exchange: string) => `Last session due at ${exchange}: ${day}.`,
    noCalendar: (exchange: string) => `The calendar of ${exchange} does not reach today, so the age cannot be counted.`,
  },
  bundled: (to: string) => `bundled, to ${to}`,
} as const
