import { useTexts } from '@/app/_ui/i18n/texts'
import { candidatesTexts } from '@/app/_ui/messages/candidates'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'

/** The ratio and ex-date that a candidate split is previewed with: a form whose values end up in the URL, with or without script. */
export function RatioForm({ id, ratio, exDate }: { id: number; ratio: string; exDate: string }) {
  const [{ fields }, { show }] = [useTexts(quarantineTexts), useTexts(candidatesTexts)]
  const place = 'flex flex-col gap-0.5 text-faint text-small'
  return (
    <form action={`/admin/quarantine/${id}`} className="flex flex-wrap items-end gap-2">
      <label className={place}>
        {fields.ratio}
        <input name="ratio" defaultValue={ratio} className="field w-24" autoComplete="off" inputMode="decimal" />
      </label>
      <label className={place}>
        {fields.exDate}
        <input name="exDate" type="date" defaultValue={exDate} className="field" />
      </label>
      <button type="submit" className="button h-[1.625rem] px-3 text-small">
        {show}
      </button>
    </form>
  )
}
