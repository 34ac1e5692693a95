const routes = new WeakMap<object, string>()

/** Remembers by which route pattern (`/api/v1/events/{slug}`) a request of the HTTP server was answered. */
export function noteRoute(incoming: object, pattern: string): void {
  routes.set(incoming, pattern)
}

/** The route pattern that answered a request of the HTTP server; null when none was noted. */
export function notedRoute(incoming: object): string | null {
  return routes.get(incoming) ?? null
}
