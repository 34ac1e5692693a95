import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Sign in',
  lead: 'For those who keep events, claims and series right.',
  leadPrivate: 'Reading is not public here.',
  email: 'E-mail',
  password: 'Password',
  action: 'Sign in',
  passkey: 'Sign in with a passkey',
  noPasskey: 'The browser gave no passkey: it was cancelled, took too long, or there is none for this site.',
  unknownPasskey: 'This passkey opens no account here.',
  refused: 'E-mail or password is not right, or the account is disabled.',
  lost: 'Lost your password? An admin can make a link with which you set a new one.',
  script: 'Signing in needs JavaScript.',
  roles: { viewer: 'Viewer', annotator: 'Annotator', admin: 'Admin' },
  menu: {
    label: (name: string) => `Account: ${name}`,
    account: 'Account',
    alerts: 'Alerts',
    admin: 'Admin',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  link: {
    setup: {
      title: 'Make the first admin',
      lead: 'Whoever uses this link runs this Tidemark: invites others, keeps listings and feeds. It works once.',
      action: 'Make the account',
    },
    invite: {
      title: 'You are invited',
      lead: (role: string) => `Choose your name and a password. Your role: ${role}.`,
      action: 'Make the account',
    },
    reset: {
      title: 'Set a new password',
      lead: 'Every browser that is signed in to this account is signed out.',
      action: 'Set the password',
    },
    until: (moment: string) => `The link works once, until ${moment}.`,
    name: 'Your name',
    nameHint: 'Shown to the others beside what you change.',
    password: 'Password',
    passwordHint: 'At least 12 characters. A few words in a row are easier to keep than signs.',
    account: 'Account',
    dead: {
      title: 'This link does not work any more',
      setup:
        'It was used, or is older than a day, or the server was started again since: it prints a new link at each start, as long as there is no admin.',
      invite: 'It was used already, or is older than a week. Whoever invited you can make a new one.',
      reset: 'It was used already, or is older than a day. An admin can make a new one.',
      signIn: 'Go to the sign-in',
    },
  },
}

const zh: Shape<typeof en> = {
  title: '登录',
  lead: '供维护事件、论断与数据的人使用。',
  leadPrivate: '此处不公开阅读。',
  email: '电子邮箱',
  password: '密码',
  action: '登录',
  passkey: '用通行密钥登录',
  noPasskey: '浏览器没有给出通行密钥：已取消、超时，或没有本站的通行密钥。',
  unknownPasskey: '这个通行密钥在此没有对应的账户。',
  refused: '电子邮箱或密码不正确，或账户已停用。',
  lost: '忘记密码？管理员可以生成一个链接，供您设置新密码。',
  script: '登录需要启用 JavaScript。',
  roles: { viewer: '读者', annotator: '标注员', admin: '管理员' },
  menu: {
    label: (name) => `账户：${name}`,
    account: '账户',
    alerts: '提醒',
    admin: '管理',
    signIn: '登录',
    signOut: '退出',
  },
  link: {
    setup: {
      title: '创建第一位管理员',
      lead: '使用此链接的人将管理这套 Tidemark：邀请他人，维护证券与数据源。只能使用一次。',
      action: '创建账户',
    },
    invite: {
      title: '您受到邀请',
      lead: (role) => `请设置姓名和密码。您的角色：${role}。`,
      action: '创建账户',
    },
    reset: {
      title: '设置新密码',
      lead: '此账户在所有浏览器上的登录都将退出。',
      action: '设置密码',
    },
    until: (moment) => `此链接只能使用一次，有效至 ${moment}。`,
    name: '您的姓名',
    nameHint: '会显示在您所做的更改旁。',
    password: '密码',
    passwordHint: '至少 12 个字符。几个连在一起的词比符号更容易记。',
    account: '账户',
    dead: {
      title: '此链接已失效',
      setup: '它已被使用、超过一天，或服务器此后重新启动过：只要还没有管理员，每次启动都会打印新的链接。',
      invite: '它已被使用，或超过一周。邀请您的人可以重新生成。',
      reset: '它已被使用，或超过一天。管理员可以重新生成。',
      signIn: '前往登录',
    },
  },
}

/** Texts of signing in, of the links that make accounts, and of the menu of the account. */
export const signInTexts = texts(en, zh)
