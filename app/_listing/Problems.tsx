import type { Expected, WrongValue } from '@/app/_data/listingQuery'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { listingTexts } from '@/app/_ui/messages/listing'
import { StatusLine } from '@/app/_ui/states/StatusLine'

/** Names each parameter of the URL that cannot be used, with what was expected. */
export function Problems({ wrong }: { wrong: readonly WrongValue[] }) {
  const [{ wrong: sentence, expected }, { listSeparator }] = [useTexts(listingTexts), useTexts(commonTexts)]
  const wanted = (of: Expected) => {
    if (of.kind === 'words') return expected.words(of.words.join(listSeparator))
    return of.kind === 'number' ? expected.number(of.least, of.most) : expected.symbol
  }
  return wrong.map(({ name, value, expected: of }) => (
    <StatusLine key={name}>
      {sentence(name, value.length > 40 ? `${value.slice(0, 40)}…` : value, wanted(of))}
    </StatusLine>
  ))
}
