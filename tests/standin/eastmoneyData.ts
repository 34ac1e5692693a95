import type { Answer, StandinReport } from './types'

const ok = (body: unknown): Answer => ({
  status: 200,
  type: 'application/json;charset=utf-8',
  body: JSON.stringify(body),
})
const failure = (code: number, message: string) => ok({ version: null, result: null, success: false, message, code })

/** Answers `/api/data/v1/get` for the list of results of one company, newest first, in pages. */
export function eastmoneyData(url: URL, reports: readonly StandinReport[]): Answer {
  const query = url.searchParams
  if (query.get('reportName') !== 'RPT_LICO_FN_CPD') return failure(9501, 'no such report')
  const code = /^\(SECURITY_CODE="(\d+)"\)$/.exec(query.get('filter') ?? '')?.[1]
  if (code === undefined) return failure(9501, 'no such filter')
  const rows = reports
    .filter((report) => report.code === code)
    .sort((a, b) => b.reportDate.localeCompare(a.reportDate))
    .map((report) => ({
      SECURITY_CODE: report.code,
      REPORTDATE: `${report.reportDate} 00:00:00`,
      NOTICE_DATE: `${report.noticeDate} 00:00:00`,
      UPDATE_DATE: `${report.noticeDate} 00:00:00`,
      TOTAL_OPERATE_INCOME: report.yearToDate,
    }))
  if (rows.length === 0) return failure(9201, '返回数据为空')
  const [size, page] = [Number(query.get('pageSize')), Number(query.get('pageNumber'))]
  const data = rows.slice((page - 1) * size, page * size)
  const result = { pages: Math.ceil(rows.length / size), data, count: rows.length }
  return ok({ version: 'stand-in', result, success: true, message: 'ok', code: 0 })
}
