/** How deep what we take may be nested; the deepest of ours has 4 levels. */
export const deepest = 32

/** How deep arrays and objects are nested in a JSON text, read without a stack of its own. What is no JSON has some depth as well. Pure. */
export function nestingOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const { 0: part } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (part === '[' || part === '{') {
      depth += 1
      if (depth > most) most = depth
    } else if (part === ']' || part === '}') depth -= 1
  }
  return most
}
