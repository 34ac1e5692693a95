/** Something that can be meant: the name to give, and other texts it goes by. */
export interface Candidate {
  readonly name: string
  readonly alias?: readonly string[]
}

/** Edit distance (insert, delete, replace), after Wagner and Fischer 1974; texts of up to 40 characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function remoteness(wanted: string, text: string): number {
  if (wanted === text) return 0
  if (wanted !== '' && (text.startsWith(wanted) || wanted.startsWith(text))) return 1
  if (wanted.length > 2 && text.includes(wanted)) return 1.5
  return distance(wanted, text)
}

/** Names of up to three candidates that are most like `wanted`, ignoring case; none when nothing is alike. */
export function nearest(wanted: string, candidates: readonly Candidate[]): string[] {
  const text = wanted.slice(0, 40).toLowerCase()
  const limit = Math.max(2, Math.floor(text.length / 3))
  return candidates
    .map(({ name, alias = [] }) => ({
      name,
      far: Math.min(...[name, ...alias].map((one) => remoteness(text, one.slice(0, 40).toLowerCase()))),
    }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** `wanted` as an error shows it, and the candidates like it as half a sentence. */
export function unknownText(wanted: string, near: readonly string[], all: string): string {
  const shown = wanted.length > 40 ? `${wanted.slice(0, 40)}…` : wanted
  return `"${shown}" is not known here; ${near.length > 0 ? `near it: ${near.join(', ')}` : `${all} has all`}`
}
