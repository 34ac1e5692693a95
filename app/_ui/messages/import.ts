import type { BulkName } from '@/lib/api/bulk/kinds'
import type { RowOutcome } from '@/lib/store/bulk/outcome'
import { type Shape, texts } from '../i18n/texts'

const kindsEn: Readonly<Record<BulkName, string>> = { events: 'Events', claims: 'Claims', milestones: 'Milestones' }
const kindsZh: Readonly<Record<BulkName, string>> = { events: '事件', claims: '论断', milestones: '里程碑' }
const outcomesEn: Readonly<Record<RowOutcome['outcome'], string>> = {
  create: 'new',
  update: 'changes',
  unchanged: 'unchanged',
  refused: 'refused',
}
const outcomesZh: Readonly<Record<RowOutcome['outcome'], string>> = {
  create: '新增',
  update: '更改',
  unchanged: '不变',
  refused: '被拒',
}

const en = {
  title: 'Import and export',
  lead: 'Many events, claims or milestones at once, as CSV or JSON. A file is looked at first: nothing is stored before you say so, and the same file again changes nothing.',
  kinds: kindsEn,
  outcomes: outcomesEn,
  import: 'Import',
  kind: 'What it holds',
  file: 'File',
  choose: 'Choose a file, or drop it here',
  fileHint:
    'CSV with the names of the fields as its first line, or JSON as {"items": […]}. Lines are matched by externalId, else by slug; a field that is left out stays as it is.',
  looking: 'Looking at the file…',
  would: 'What would change',
  nothing: 'Nothing would change: all of it is stored as the file says.',
  line: 'Line',
  thing: 'What',
  what: 'What happens',
  more: (n: number) => `and ${n} more lines`,
  partial: (n: number) => `Leave out the ${n} refused ${n === 1 ? 'line' : 'lines'} and import the others`,
  refused: (others: boolean) =>
    `Put the refused lines right and choose the file again${others ? ', or leave them out' : ''}.`,
  go: (n: number) => `Import ${n} ${n === 1 ? 'change' : 'changes'}`,
  done: (created: number, updated: number) => `Imported: ${created} new, ${updated} changed.`,
  audit: 'See it in the audit',
  export: 'Export',
  exportNote: 'Every field, drafts and archived ones too. Brought back unchanged, such a file changes nothing.',
  columns: { kind: 'What', all: 'Everything', published: 'Only published' },
  spreadsheet:
    'In CSV, lists stand in one cell apart by semicolons, and an apostrophe is put before what a spreadsheet would take for a formula; the import takes it off again.',
}

const zh: Shape<typeof en> = {
  title: '导入与导出',
  lead: '以 CSV 或 JSON 一次处理多个事件、论断或里程碑。文件会先被检查：在您确认之前不会存储任何内容；再次导入同一文件不会改变任何内容。',
  kinds: kindsZh,
  outcomes: outcomesZh,
  import: '导入',
  kind: '内容',
  file: '文件',
  choose: '选择文件，或拖放到这里',
  fileHint:
    'CSV 的第一行为字段名，或 JSON 形如 {"items": […]}。各行先按 externalId、再按 slug 匹配；未列出的字段保持不变。',
  looking: '正在检查文件…',
  would: '将会发生的更改',
  nothing: '不会有任何更改：所存内容与文件一致。',
  line: '行',
  thing: '对象',
  what: '结果',
  more: (n) => `另有 ${n} 行`,
  partial: (n) => `略过被拒的 ${n} 行，导入其余各行`,
  refused: (others) => `请改正被拒的行后重新选择文件${others ? '，或略过它们' : ''}。`,
  go: (n) => `导入 ${n} 项更改`,
  done: (created, updated) => `已导入：新增 ${created} 项，更改 ${updated} 项。`,
  audit: '在操作记录中查看',
  export: '导出',
  exportNote: '包含所有字段，以及草稿和已归档的内容。原样导回不会改变任何内容。',
  columns: { kind: '内容', all: '全部', published: '仅已发布' },
  spreadsheet: '在 CSV 中，列表写在一个单元格内，以分号分隔；会被电子表格当作公式的内容前会加一个撇号，导入时再去掉。',
}

export const importTexts = texts(en, zh)
