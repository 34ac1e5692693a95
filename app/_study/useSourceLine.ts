import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { studyTexts } from '@/app/_ui/messages/study'
import { useSource } from '@/app/_ui/source'
import type { StudyView } from '@/lib/api/study/schema'

/** Where the figures of a study come from and how old they are, as one line. */
export function useSourceLine(): (meta: StudyView['meta']) => string {
  const [source, { age, listSeparator }, { moment }] = [useSource(), useTexts(commonTexts), useFormat()]
  const study = useTexts(studyTexts)
  return ({ source: feeds, lastSession, asOf }) => {
    const names = feeds.map((one) => source.text(one, lastSession)).join(listSeparator)
    return study.source(names === '' ? age.empty : names, moment(asOf))
  }
}
