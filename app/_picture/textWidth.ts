const wideScripts = /[\u2e80-\u9fff\uff00-\uffef]/

/** About how wide a character is at a size: a Chinese one is as wide as it is high, another one half of that. */
const widthOf = (character: string, size: number) => (wideScripts.test(character) ? 1 : 0.54) * size

/** About how many lines a text takes. */
export function linesOf(text: string, size: number, width: number): number {
  const length = [...text].reduce((sum, one) => sum + widthOf(one, size), 0)
  return Math.max(1, Math.ceil(length / width))
}

/** As much of a text as a line of a width takes, with an ellipsis where it is cut. */
export function shortened(text: string, size: number, width: number): string {
  if (linesOf(text, size, width) === 1) return text
  let [kept, taken] = ['', widthOf('…', size)]
  for (const one of text) {
    taken += widthOf(one, size)
    if (taken > width) break
    kept += one
  }
  return `${kept.trimEnd()}…`
}
