/** What a form shows and sends of a listing. */
export interface ListingParts {
  readonly symbol: string
  readonly name: string
  readonly nameZh: string
  readonly mic: string
  readonly kind: string
  readonly currency: string
  readonly status: string
  readonly listedOn: string | null
  readonly delistedOn: string | null
  readonly trackedFrom: string
  readonly benchmark: string | null
  readonly secondBenchmark: string | null
  readonly position: number
  readonly topics: readonly string[]
  readonly feedSymbols: Readonly<Record<string, string>>
}

interface Named {
  readonly name: string
  readonly nameZh: string
}

/** What a listing can be given. */
export interface ListingChoices {
  readonly topics: readonly (Named & { readonly slug: string })[]
  readonly listings: readonly (Named & { readonly symbol: string })[]
  readonly feeds: readonly (Named & { readonly id: string })[]
}

const texts = ['name', 'nameZh', 'mic', 'kind', 'currency', 'status', 'trackedFrom'] as const
const orNothing = ['listedOn', 'delistedOn', 'benchmark', 'secondBenchmark'] as const

/** The fields of a form as the API takes them: those that the form has. A place that is no number goes as it was written, so that the server says what it expects. Pure. */
export function sentListing(fields: FormData): Record<string, unknown> {
  const text = (name: string) => String(fields.get(name) ?? '').trim()
  const symbols = [...fields.keys()].filter((name) => name.startsWith('feedSymbols.'))
  const position = text('position')
  return {
    ...Object.fromEntries(texts.filter((name) => fields.has(name)).map((name) => [name, text(name)])),
    ...Object.fromEntries(orNothing.filter((name) => fields.has(name)).map((name) => [name, text(name) || null])),
    position: /^\d+$/.test(position) ? Number(position) : position,
    topics: fields.getAll('topics').map(String),
    feedSymbols: Object.fromEntries(
      symbols.flatMap((name) => (text(name) === '' ? [] : [[name.slice('feedSymbols.'.length), text(name)]])),
    ),
  }
}

/** Whether two values of a field say the same, whatever the order of a list or of names. */
function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(
      Array.isArray(value)
        ? [...value].sort()
        : typeof value === 'object' && value !== null
          ? Object.entries(value).sort()
          : value,
    )
  return plain(one) === plain(other)
}

/** The fields that say something else than what the listing has. Pure. */
export function changedListing(
  listing: ListingParts,
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const now = listing as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(sent).filter(([name, value]) => !same(value, now[name])))
}
