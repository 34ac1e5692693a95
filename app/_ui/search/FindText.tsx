import { useFormat } from '../format/useFormat'
import { useStored, useTexts } from '../i18n/texts'
import { searchTexts } from '../messages/search'
import { type Find, findNote } from './finds'

/** One find in a line: what it is called, its symbol or date, and what kind of thing it is. */
export function FindText({ find }: { find: Find }) {
  const [{ kinds }, say, format] = [useTexts(searchTexts), useStored(), useFormat()]
  return (
    <>
      <span className="min-w-0 grow">{say(find.title, find.titleZh)}</span>
      <span className="shrink-0 whitespace-nowrap text-faint text-small">{findNote(find, format)}</span>
      <span className="w-14 shrink-0 text-right text-faint text-small">{kinds[find.kind]}</span>
    </>
  )
}
