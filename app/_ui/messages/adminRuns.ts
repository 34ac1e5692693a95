import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Runs',
  lead: 'When each refresh ran last and runs next, how long it took, and what went wrong.',
  schedule: 'Schedule',
  head: {
    job: 'What',
    when: 'When',
    next: 'Next',
    last: 'Last',
    took: 'Took',
    outcome: 'Outcome',
    errors: 'Trouble',
    run: 'Now',
  },
  days: { daily: 'daily', weekdays: 'on weekdays', sundays: 'on Sundays' },
  when: (days: string, time: string, zone: string) => `${days} at ${time} (${zone})`,
  never: 'not yet',
  runNow: 'Run now',
  retry: 'Retry',
  recent: 'Recent runs',
  none: 'Nothing has run yet.',
  counts: (added: number, changed: number, held: number) => `${added} new, ${changed} changed, ${held} held back`,
  took: (seconds: string) => `${seconds} s`,
}

const zh: Shape<typeof en> = {
  title: '运行记录',
  lead: '各项刷新的上次与下次运行、用时与问题。',
  schedule: '时间表',
  head: {
    job: '内容',
    when: '时间',
    next: '下次',
    last: '上次',
    took: '用时',
    outcome: '结果',
    errors: '问题',
    run: '现在',
  },
  days: { daily: '每天', weekdays: '工作日', sundays: '周日' },
  when: (days, time, zone) => `${days} ${time}（${zone}）`,
  never: '尚未',
  runNow: '立即运行',
  retry: '重试',
  recent: '最近的运行',
  none: '尚未运行过。',
  counts: (added, changed, held) => `新增 ${added}，更改 ${changed}，暂缓 ${held}`,
  took: (seconds) => `${seconds} 秒`,
}

/** Texts of the admin page of runs. */
export const adminRunsTexts = texts(en, zh)
