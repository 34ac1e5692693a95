/** Longest body in which a feed's own error object is looked for; longer ones hold data and are not parsed twice. */
const longestErrorBody = 4096

/** A short JSON body parsed, or undefined when it is long or no JSON: what else it is, the format check says afterwards. */
export function shortJson(body: string): unknown {
  if (body.length > longestErrorBody || !body.trimStart().startsWith('{')) return undefined
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
