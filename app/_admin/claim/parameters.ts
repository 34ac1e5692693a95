import type { ClaimKind } from '@/lib/studies/claims/kinds'

/** How one parameter is filled in. Those with `words` are one of them; `fixed` ones are never asked for. */
export type ParameterField =
  | {
      readonly path: string
      readonly type: 'text' | 'prose' | 'date' | 'whole' | 'number' | 'listing' | 'event' | 'topic'
    }
  | { readonly path: string; readonly type: 'texts' | 'dates' | 'numbers'; readonly mayBeEmpty?: boolean }
  | { readonly path: string; readonly type: 'words'; readonly words: readonly string[] }
  | { readonly path: string; readonly type: 'fixed'; readonly value: string }

/** What the fields hold, by path: a text, or a list of them. */
export type ParameterValues = Readonly<Record<string, string | readonly string[]>>

const one = (type: 'text' | 'prose' | 'date' | 'whole' | 'number' | 'listing' | 'event' | 'topic') => (path: string) =>
  ({ path, type }) as const
const [text, prose, date, whole, number] = [one('text'), one('prose'), one('date'), one('whole'), one('number')]
const [listing, event, topic] = [one('listing'), one('event'), one('topic')]
const many = (path: string, type: 'texts' | 'dates' | 'numbers') => ({ path, type }) as const
const words = (path: string, ...of: string[]) => ({ path, type: 'words', words: of }) as const
const reading = words('reading', 'percent-more', 'percent-of', 'times', 'times-more')
const revenue = (path: string) => [topic(`${path}.topic`), many(`${path}.quarters`, 'texts')]
const said = [text('said'), words('unit', '1', '1000', '1000000', '1000000000', '1000000000000'), whole('decimals')]

/** The fields of the parameters of each kind, in the order they are asked for; what they must hold the server says. */
export const parameterFields: Readonly<Record<ClaimKind, readonly ParameterField[]>> = {
  'price-change': [
    listing('listing'),
    { path: 'price', type: 'fixed', value: 'close' },
    { path: 'adjust', type: 'fixed', value: 'split' },
    whole('years'),
    reading,
    number('range.from'),
    number('range.below'),
    { ...many('endDates', 'dates'), mayBeEmpty: true },
    date('ends.last'),
    whole('ends.count'),
  ],
  level: [...revenue('revenue'), text('currency'), ...said],
  growth: [...revenue('revenue'), ...revenue('before'), reading, ...said],
  conversion: [...revenue('revenue'), text('from'), text('to'), text('base'), many('dates', 'dates'), ...said],
  record: [topic('topic'), many('quarters', 'texts'), date('since'), text('needsFrom')],
  response: [event('event'), listing('listing'), words('direction', 'rise', 'fall')],
  interval: [event('fromEvent'), event('toEvent'), whole('atMostDays')],
  arithmetic: [number('part'), many('wholes', 'numbers'), whole('saidShare.numerator'), whole('saidShare.denominator')],
  'not-checkable': [prose('needs'), prose('needsZh')],
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  )
}

/** What the fields of a kind hold for stored parameters; empty where those say nothing. */
export function valuesOf(kind: ClaimKind, parameters: unknown): ParameterValues {
  return Object.fromEntries(
    parameterFields[kind].map((field) => {
      const value = at(parameters, field.path.split('.'))
      const isMany = field.type === 'texts' || field.type === 'dates' || field.type === 'numbers'
      if (isMany) return [field.path, Array.isArray(value) ? value.map(String) : []]
      return [field.path, value === undefined || value === null ? '' : String(value)]
    }),
  )
}

// What is no number goes as it was typed: the server says what it expected.
const numberOf = (typed: string) => (typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed)

function sentOf(field: ParameterField, held: string | readonly string[] | undefined): unknown {
  if (field.type === 'fixed') return field.value
  if (typeof held === 'object') return field.type === 'numbers' ? held.map(numberOf) : [...held]
  const typed = held ?? ''
  return field.type === 'whole' || field.type === 'number'
    ? numberOf(typed)
    : field.type === 'prose'
      ? typed
      : typed.trim()
}

/** Whether every field of a kind that may not be empty holds something. */
export function isFilled(kind: ClaimKind, values: ParameterValues): boolean {
  return parameterFields[kind].every(
    (field) => field.type === 'fixed' || ('mayBeEmpty' in field && field.mayBeEmpty) || values[field.path]?.length,
  )
}

/** The parameters that the fields of a kind stand for. */
export function parametersOf(kind: ClaimKind, values: ParameterValues): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const field of parameterFields[kind]) {
    const path = field.path.split('.')
    const last = path.pop() ?? ''
    let inner = whole
    for (const name of path) {
      inner[name] ??= {}
      inner = inner[name] as Record<string, unknown>
    }
    inner[last] = sentOf(field, values[field.path])
  }
  return whole
}
