import { type Side, sides } from '@/app/_board/sides'

/** Classes of the colour that stands for a listing, whole words in a .tsx, where Tailwind looks for them. */
export interface ListingColour {
  readonly line: string
  readonly fill: string
  readonly ground: string
}

const ofSide: Readonly<Record<Side, ListingColour>> = {
  cambricon: { line: 'stroke-cambricon', fill: 'fill-cambricon', ground: 'bg-cambricon' },
  nvidia: { line: 'stroke-nvidia', fill: 'fill-nvidia', ground: 'bg-nvidia' },
}

/** The colour of a listing: of its side, and grey for those that stand for neither. */
export function colourOf(symbol: string): ListingColour {
  const side = sides.find((one) => one.symbol === symbol)?.side
  return side ? ofSide[side] : { line: 'stroke-soft', fill: 'fill-soft', ground: 'bg-soft' }
}
