import type { StudyView } from '@/lib/api/study/schema'

/** Texts of the event study. */
export const study = {
  title: (listing: string) => `Did ${listing} move?`,
  declared:
    'The headline was declared before anybody looked: market model, log returns, day 0 and the session after. Everything else on this page is a further look.',
  percent: 'Percent on this page is 100 (e^x − 1) of a log return x.',
  power: 'found with a probability of 80%',
  verdicts: {
    moved: 'moved',
    'no-detectable-move': 'no detectable move',
    'cannot-be-decided': 'cannot be decided',
  } satisfies Readonly<Record<StudyView['verdict'], string>>,
  band: (lo: string, hi: string) => `${lo} to ${hi}`,
  noListing: 'The event names no listing, so there is no price to study.',
  notYet: (moment: string) => `On ${moment} this had not happened yet, so there is nothing to study.`,
  nothingElse: {
    title: 'No figures for this listing',
    text: 'The chart, the placebo days, the scorecard and the robustness strip all start from day 0 and the sessions around it. Without those there is nothing to show, and no figure is made up.',
  },
  wrong: (name: string, value: string, expected: string) =>
    `“${name}=${value}” could not be used: ${expected}. The default stands in its place.`,
  controls: {
    listing: 'Listing',
    model: 'Model',
    returns: 'Returns',
    models: { market: 'Market model', 'market-adjusted': 'Market-adjusted', 'mean-adjusted': 'Mean-adjusted' },
    inText: {
      market: 'market model',
      'market-adjusted': 'market-adjusted model',
      'mean-adjusted': 'mean-adjusted model',
    },
    returnKinds: { log: 'Log', simple: 'Simple' },
    title: 'Windows',
    note: 'These change the chart, its table and the fit. The headline and its verdict stay as declared.',
    fields: { pre: 'Before', post: 'After', gap: 'Gap', estimation: 'Estimation' },
    apply: 'Apply',
    sessions: 'in sessions',
  },
  family: {
    title: 'The listings of the event',
    note: 'Judged together: Holm’s correction runs over all that could be tested',
    head: {
      listing: 'Listing',
      day0: 'Day 0',
      car: 'CAR [0, +1]',
      band: '95% band',
      p: 'p',
      pHolm: 'p, Holm',
      placebo: 'Placebo p, Holm',
      least: 'Smallest detectable',
      verdict: 'Verdict',
    },
    foot: 'CAR: cumulative abnormal return. The smallest detectable move is the one found with a probability of 80%. It takes p and placebo p under 5%, both after Holm, to say moved.',
  },
  source: (names: string, asOf: string) => `Source: ${names} · as of ${asOf}`,
  car: {
    title: (listing: string) => `Abnormal return of ${listing} around the event`,
    note: (from: string, benchmark: string) =>
      `Percent by session from day 0; CAR adds up from session ${from}; ${benchmark}`,
    against: (model: string, benchmark: string | null) => (benchmark ? `${model} against ${benchmark}` : model),
    label: (of: { listing: string; from: string; to: string; car: string; band: string }) =>
      `Cumulative abnormal return of ${of.listing} from session ${of.from} to ${of.to}: it ends at ${of.car}, 95% band ${of.band}. The figures are in the table below.`,
    carAxis: 'Cumulative abnormal return (CAR), %',
    arAxis: 'Abnormal return of the session (AR), %',
    sessionAxis: 'Sessions from day 0',
    legend: {
      car: 'CAR',
      band: '95% band, each session by itself',
      ar: 'AR, solid where p < 5%',
      headline: 'Headline window [0, +1]',
    },
    point: (of: { day: string; session: string; ar: string; car: string; band: string }) =>
      `Session ${of.day}, ${of.session}: AR ${of.ar}, CAR ${of.car} (${of.band})`,
    marks: {
      zero: (session: string) => `Day 0: ${session}`,
      up: (session: string, share: string) => `${session} closed at the upper price limit (${share})`,
      down: (session: string, share: string) => `${session} closed at the lower price limit (${share})`,
      limit: 'L',
    },
    none: 'There is no chart for these windows.',
    numbersNote: (kind: string) =>
      `Returns, standard errors and bands are ${kind} returns as the API gives them, not percent; SE with the prediction error. Close as traded.`,
    kinds: { log: 'log', simple: 'simple' },
    head: {
      day: 'Day',
      session: 'Session',
      close: (currency: string) => `Close, ${currency}`,
      firm: 'Listing',
      market: 'Benchmark',
      expected: 'Expected',
      ar: 'AR',
      arSe: 'SE',
      arT: 't',
      arP: 'p',
      car: 'CAR',
      carSe: 'SE',
      carT: 't',
      carP: 'p',
      carLo: 'Low',
      carHi: 'High',
      bhar: 'BHAR',
    },
  },
  placebo: {
    title: 'Days without an event',
    note: 'Studentised CAR [0, +1] of each placebo day, counted in bins',
    label: (words: string) =>
      `Histogram of the studentised CARs of placebo days. ${words} The counts are in the table below.`,
    words: (of: { asFar: number; days: number; t: string; p: string }) =>
      `${of.asFar} of ${of.days} days without an event moved at least as far as ±${of.t}, which gives a placebo p of ${of.p}.`,
    floor: (of: { effective: number; floor: string }) =>
      `Their windows overlap: they count as ${of.effective} independent ones, which cannot give a p under ${of.floor}.`,
    none: 'There are no placebo days to compare with.',
    legend: { nearer: 'nearer to zero', asFar: 'at least as far', event: 'the event, on both sides' },
    axis: 'CAR divided by its standard error',
    days: 'Placebo days',
    bin: (of: { from: string; to: string; count: number; asFar: number }) =>
      `From ${of.from} to under ${of.to}: ${of.count} days, ${of.asFar} of them as far as the event`,
    head: { from: 'From', to: 'To under', count: 'Days', asFar: 'As far' },
  },
  robustness: {
    title: 'Asked in other ways',
    note: 'CAR with its 95% band in percent, log returns: three models, three windows, two estimation lengths',
    agree: (of: { agreeing: number; sameSign: number; answered: number }) =>
      `${of.agreeing} of ${of.answered} ways agree with the headline in sign and in being under or over 5%; ${of.sameSign} have its sign.`,
    label: (window: string, list: string) => `CAR ${window} by model and estimation length. ${list}`,
    look: (of: { model: string; estimation: number; car: string; p: string }) =>
      `${of.model}, ${of.estimation} sessions: ${of.car}, p ${of.p}.`,
    refused: 'no figure',
    models: { market: 'Market', 'market-adjusted': 'Mkt-adj.', 'mean-adjusted': 'Mean-adj.' },
    legend: { under: 'p < 5%', over: 'p ≥ 5%', band: '95% band', headline: 'headline' },
    head: {
      model: 'Model',
      window: 'Window',
      estimation: 'Estimation',
      car: 'CAR',
      band: '95% band',
      p: 'p',
    },
    none: 'None of the ways could be answered.',
  },
  scorecard: {
    title: 'Scorecard',
    looks: (n: number) =>
      n === 0
        ? 'There are no further p-values on this page.'
        : `${n} further p-value${n === 1 ? ' is' : 's are'} on this page; the headline was declared before any of them.`,
    groups: {
      headline: 'Headline, CAR [0, +1]',
      fit: 'Estimation window and fit',
      around: 'Around the event',
    },
    rows: {
      car: 'CAR',
      p: 'p',
      placebo: 'Placebo p',
      bootstrap: 'Bootstrap band',
      rank: 'Rank',
      least: 'Smallest detectable',
      benchmark: 'Benchmark',
      window: 'Estimation window',
      used: 'Sessions used',
      leftOut: 'Left out',
      alpha: 'Alpha',
      beta: 'Beta',
      r2: 'R²',
      sigma: 'Sigma',
      before: 'Drift before',
      after: 'Drift after',
      reversal: 'Reversal',
      volume: 'Volume',
      difference: (name: string) => `Less ${name}`,
      confounders: 'Other events near',
      limits: 'Price-limit days',
      long: 'Long returns',
      notes: 'Notes',
    },
    se: (se: string) => `SE ${se}`,
    t: (t: string, df: number) => `t ${t} with ${df} degrees of freedom`,
    sigma: (df: number) => `a session, of the residuals, ${df} degrees of freedom`,
    tested: (band: string, p: string) => `95% band ${band}, p ${p}`,
    resampled: (of: { resamples: string; block: number; seed: number; p: string }) =>
      `p ${of.p}; ${of.resamples} resamples of residuals in blocks of ${of.block}, seed ${of.seed}`,
    band: (band: string) => `95% band ${band}`,
    holm: (p: string, tested: number) =>
      tested > 1 ? `${p} after Holm over ${tested} listings` : 'one listing tested, nothing to correct',
    asFar: (asFar: number, of: number) => `${asFar} of ${of} at least as far`,
    rank: (of: string) => `among the ${of} two-session moves of the estimation window`,
    before: (gap: number, day: string) => `${gap} sessions before session ${day}`,
    noBenchmark: 'none',
    span: (from: string, to: string) => `${from} to ${to}`,
    used: (of: { used: number; available: number; asked: number }) =>
      `${of.used} of ${of.available} there, ${of.asked} asked for`,
    leftOut: (n: number) => (n === 0 ? 'none' : `${n} session${n === 1 ? '' : 's'} around other events of the listing`),
    times: (times: string) => `${times} times the usual`,
    volumeNote: (p: string) => `day 0 and the session after, p ${p}`,
    reversed: 'of the headline’s move was given back by the drift after it',
    furthered: 'of the headline’s move was added by the drift after it',
    pairings: {
      'same-date': 'sessions paired on the same date',
      'session-before': 'each session paired with the other exchange’s last one before it',
      'session-after': 'each session paired with the other exchange’s first one after it',
    },
    difference: (of: { p: string; pairing: string; pairs: number; correlation: string }) =>
      `p ${of.p}; ${of.pairing}, ${of.pairs} pairs, correlation of residuals ${of.correlation}`,
    none: 'none in the event window',
    limit: { up: 'up', down: 'down' },
    limitDay: (of: { session: string; day: string; direction: string; share: string }) =>
      `${of.session} (${of.day}): closed limit-${of.direction} at ${of.share}`,
    longReturn: (of: { session: string; day: string; since: string; sessions: number }) =>
      `${of.session} (${of.day}) spans ${of.sessions} sessions since ${of.since}`,
  },
  recompute: {
    title: 'This view as data',
    text: 'Exactly what this page shows, with its settings:',
    returns: 'It holds the sessions and both return series of both windows.',
    json: 'JSON',
    csv: 'CSV',
    how: 'To compute the figures by session again from those returns alone, run this in the project’s folder:',
    none: 'There are no windows to compute again.',
  },
} as const
