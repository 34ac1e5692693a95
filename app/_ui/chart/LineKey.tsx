import type { LineColour } from './model'

/** Classes of each line's colour, whole words so that Tailwind sees them. */
export const lineClass: Readonly<Record<LineColour, { text: string; ground: string; stroke: string }>> = {
  cambricon: { text: 'text-cambricon', ground: 'bg-cambricon', stroke: 'stroke-cambricon' },
  nvidia: { text: 'text-nvidia', ground: 'bg-nvidia', stroke: 'stroke-nvidia' },
  'line-3': { text: 'text-line-3', ground: 'bg-line-3', stroke: 'stroke-line-3' },
  'line-4': { text: 'text-line-4', ground: 'bg-line-4', stroke: 'stroke-line-4' },
  'line-5': { text: 'text-line-5', ground: 'bg-line-5', stroke: 'stroke-line-5' },
  'line-6': { text: 'text-line-6', ground: 'bg-line-6', stroke: 'stroke-line-6' },
}

/** A short stroke in the colour of a line, beside its name. */
export function LineKey({ colour }: { colour: LineColour }) {
  return <span className={`legend-key ${lineClass[colour].ground}`} aria-hidden="true" />
}
