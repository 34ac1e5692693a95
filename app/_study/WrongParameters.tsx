import type { WrongParameter } from '@/app/_data/event'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { studyTexts } from '@/app/_ui/messages/study'
import { settingsRange } from '@/lib/api/study/parameters'

/** What of the query could not be used, each with what was expected. */
export function WrongParameters({ wrong }: { wrong: readonly WrongParameter[] }) {
  const [{ wrong: sentence, expected }, { listSeparator }] = [useTexts(studyTexts), useTexts(commonTexts)]
  const expectedOf = (name: WrongParameter['name']) => {
    if (name === 'listing') return expected.listing
    const range = settingsRange[name]
    return typeof range[0] === 'number'
      ? expected.count(String(range[0]), String(range[1]))
      : expected.words(range.join(listSeparator))
  }
  return wrong.map(({ name, value }) => (
    <p key={name} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
      {sentence(name, value, expectedOf(name))}
    </p>
  ))
}
