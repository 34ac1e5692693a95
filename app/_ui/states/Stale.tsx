import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { StatusLine } from './StatusLine'

/** Says that the server is out of reach, and of when the figures are that stay on screen. `at` is ISO in UTC. */
export function Stale({ at }: { at: string }) {
  const { failed } = useTexts(commonTexts).live
  const { moment } = useFormat()
  return <StatusLine>{failed(moment(at))}</StatusLine>
}
