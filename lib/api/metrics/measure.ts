import { Counter, Gauge, type Registry } from 'prom-client'

/** What is measured: a gauge goes up and down, a counter only up (its name ends in `_total`). */
export interface Measured {
  /** Without the `tidemark_` in front of all of ours. */
  readonly name: string
  readonly help: string
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]
}

/** Adds one measure with all of its values to a registry made for one reading; nothing without a value. Labels are named by the first value's. */
export function addMeasure(registry: Registry, { name, help, values }: Measured): void {
  // The package would tell a zero of one that has no labels.
  if (values.length === 0) return
  const of = { name: `tidemark_${name}`, help, labelNames: Object.keys(values[0]?.labels ?? {}), registers: [registry] }
  if (name.endsWith('_total')) {
    const counter = new Counter(of)
    for (const { labels = {}, value } of values) counter.inc(labels, value)
  } else {
    const gauge = new Gauge(of)
    for (const { labels = {}, value } of values) gauge.set(labels, value)
  }
}
