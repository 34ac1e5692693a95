/** The paths of the pages that can be taken away, decoded, with the parts that vary in brackets. */
export const viewPaths = {
  board: /^\/(?:board)?$/,
  compare: /^\/compare$/,
  listing: /^\/listings\/([^/]+)$/,
  events: /^\/events$/,
  event: /^\/events\/([^/]+)$/,
  studies: /^\/studies$/,
  claims: /^\/claims$/,
  claim: /^\/claims\/([^/]+)$/,
  roadmap: /^\/roadmap$/,
  signals: /^\/signals$/,
  rules: /^\/signals\/rules$/,
  data: /^\/data$/,
} as const
export type ViewName = keyof typeof viewPaths

/** The page of a path and the parts of it that vary; null where no page can be taken away. */
export function findViewPath(path: string): { readonly name: ViewName; readonly names: readonly string[] } | null {
  for (const [name, pattern] of Object.entries(viewPaths)) {
    const found = pattern.exec(path)
    if (found) return { name: name as ViewName, names: found.slice(1) }
  }
  return null
}

/** Whether a path is of a page that can be taken away. */
export function isViewPath(path: string): boolean {
  return findViewPath(path) !== null
}
