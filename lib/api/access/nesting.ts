/** How deep what we take may be nested; the deepest of ours has 4 levels. */
export const deepest = 32

/** How deep arrays and objects are nested in a JSON text, read without a stack of its own. What is no JSON has some depth as well. Pure. */
export function nestingOf(text: string): number {
  let [depth, most] = [0, 0]
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inText && sign === '\\') at++
    else if (sign === '"') inText = !inText
    else if (!inText && (sign === '[' || sign === '{')) most = Math.max(most, ++depth)
    else if (!inText && (sign === ']' || sign === '}')) depth--
  }
  return most
}
