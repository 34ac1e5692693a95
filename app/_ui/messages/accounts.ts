import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Accounts and keys',
  lead: 'Who may do what here. Nobody signs up: an admin invites.',
  invite: {
    title: 'Invite somebody',
    email: 'E-mail',
    emailHint: 'Nothing is sent: you pass the link on yourself.',
    role: 'Role',
    roles: {
      viewer: 'Viewer: reads, also where reading is not public',
      annotator: 'Annotator: events, claims, milestones',
      admin: 'Admin: everything',
    },
    make: 'Make an invitation',
    link: (email: string) => `Invitation for ${email}`,
    once: (until: string) => `Shown this once. It works once, until ${until}.`,
    open: 'Invitations that wait',
    withdraw: 'Take back',
    withdrawOf: (email: string) => `Take back the invitation of ${email}?`,
    by: (who: string, until: string) => `by ${who}, until ${until}`,
  },
  list: {
    title: 'Accounts',
    note: (n: number, admins: number) => `${n}, of them admins: ${admins}`,
    lastSeen: 'Last seen',
    state: { active: 'active', disabled: 'disabled' },
    never: 'never',
    you: 'you',
    has: (browsers: number, keys: number, passkeys: number) =>
      `${browsers} browser${browsers === 1 ? '' : 's'}, ${keys} key${keys === 1 ? '' : 's'}, ${passkeys} passkey${passkeys === 1 ? '' : 's'}`,
    disable: 'Disable…',
    enable: 'Enable…',
    reset: 'Link to a new password…',
    endSessions: 'Sign out everywhere…',
  },
  role: {
    button: 'Change role…',
    title: (who: string) => `Which role is ${who} to have?`,
    text: 'It holds at once. Keys of this account can do no more than the new role.',
    action: 'Change the role',
  },
  disable: {
    title: (who: string) => `Disable ${who}?`,
    text: 'They are signed out everywhere and cannot sign in; their keys do nothing. Nothing is deleted.',
    action: 'Disable',
  },
  enable: {
    title: (who: string) => `Enable ${who} again?`,
    text: 'They can sign in as before; keys that were not revoked work again.',
    action: 'Enable',
  },
  reset: {
    title: (who: string) => `Make a link with which ${who} sets a new password?`,
    text: 'The password of now works until the link is used. An earlier link ends.',
    action: 'Make the link',
    link: (email: string) => `Link to a new password for ${email}`,
  },
  endSessions: {
    title: (who: string) => `Sign ${who} out everywhere?`,
    text: 'They can sign in again. Keys go on working.',
    action: 'Sign out',
  },
  keys: 'All keys',
}

const zh: Shape<typeof en> = {
  title: '账户与密钥',
  lead: '谁在这里可以做什么。不能自行注册：由管理员邀请。',
  invite: {
    title: '邀请他人',
    email: '电子邮箱',
    emailHint: '系统不会发送邮件：请自行转交链接。',
    role: '角色',
    roles: {
      viewer: '读者：阅读，在不公开阅读时亦可',
      annotator: '标注员：事件、论断、里程碑',
      admin: '管理员：一切操作',
    },
    make: '生成邀请',
    link: (email) => `给 ${email} 的邀请`,
    once: (until) => `只显示这一次。只能使用一次，有效至 ${until}。`,
    open: '等待使用的邀请',
    withdraw: '撤回',
    withdrawOf: (email) => `撤回给 ${email} 的邀请？`,
    by: (who, until) => `由 ${who} 发出，有效至 ${until}`,
  },
  list: {
    title: '账户',
    note: (n, admins) => `${n} 个，其中管理员 ${admins} 个`,
    lastSeen: '最近出现',
    state: { active: '正常', disabled: '已停用' },
    never: '从未',
    you: '您',
    has: (browsers, keys, passkeys) => `${browsers} 个浏览器、${keys} 个密钥、${passkeys} 个通行密钥`,
    disable: '停用…',
    enable: '启用…',
    reset: '设置新密码的链接…',
    endSessions: '退出所有登录…',
  },
  role: {
    button: '更改角色…',
    title: (who) => `${who} 应有哪个角色？`,
    text: '立即生效。此账户的密钥不能超出新角色的权限。',
    action: '更改角色',
  },
  disable: {
    title: (who) => `停用 ${who}？`,
    text: '其所有登录都会退出，不能再登录，密钥也会失效。不会删除任何内容。',
    action: '停用',
  },
  enable: {
    title: (who) => `重新启用 ${who}？`,
    text: '可以像以前一样登录；未吊销的密钥恢复有效。',
    action: '启用',
  },
  reset: {
    title: (who) => `生成供 ${who} 设置新密码的链接？`,
    text: '在链接被使用之前，现有密码仍然有效。之前的链接会失效。',
    action: '生成链接',
    link: (email) => `${email} 设置新密码的链接`,
  },
  endSessions: {
    title: (who) => `退出 ${who} 的所有登录？`,
    text: '之后可以重新登录。密钥仍然有效。',
    action: '退出',
  },
  keys: '所有密钥',
}

/** Texts of the admin's page of accounts. */
export const accountsTexts = texts(en, zh)
