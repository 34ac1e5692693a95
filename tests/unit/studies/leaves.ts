/** Every value of an answer that is no list and no object, with its path. */
export function leaves(value: unknown, path = 'result'): { path: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
}

/** Where an answer holds a number that JSON does not have, or a p-value outside 0 to 1. */
export function wrongLeaves(answer: object): string[] {
  return leaves(answer).flatMap(({ path, value }) => {
    if (value === undefined) return [`${path} is undefined`]
    if (typeof value !== 'number') return []
    const isP = /\.\w+P\.\d+$/.test(path)
    return Number.isFinite(value) && !(isP && (value < 0 || value > 1)) ? [] : [`${path} is ${value}`]
  })
}
