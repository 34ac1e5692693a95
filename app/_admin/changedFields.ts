/** The fields of `now` that say something else than what was read; those alone are sent as a change. */
export function changedFields(read: object, now: object): Record<string, unknown> {
  const stored = read as Readonly<Record<string, unknown>>
  // Objects of the same fields in another order say the same.
  const told = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    )
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => told(value) !== told(stored[name])))
}
