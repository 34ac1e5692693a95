import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Admin',
  label: 'Admin pages',
  sections: {
    events: 'Events',
    claims: 'Claims',
    milestones: 'Milestones',
    import: 'Import and export',
    audit: 'Audit',
    listings: 'Listings',
    quarantine: 'Quarantine',
    actions: 'Corporate actions',
    feeds: 'Feeds',
    runs: 'Runs',
    accounts: 'Accounts and keys',
  },
  notAllowed: {
    title: 'This page is for others',
    text: 'Your role does not open it. An admin can change your role.',
    back: 'Go to the board',
  },
}

const zh: Shape<typeof en> = {
  title: '管理',
  label: '管理页面',
  sections: {
    events: '事件',
    claims: '论断',
    milestones: '里程碑',
    import: '导入与导出',
    audit: '操作记录',
    listings: '证券',
    quarantine: '隔离区',
    actions: '公司行动',
    feeds: '数据源',
    runs: '运行记录',
    accounts: '账户与密钥',
  },
  notAllowed: {
    title: '此页面不对您开放',
    text: '您的角色无权打开。管理员可以更改您的角色。',
    back: '返回看板',
  },
}

export const adminTexts = texts(en, zh)
