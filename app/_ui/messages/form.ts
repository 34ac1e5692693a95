import { type Shape, texts } from '../i18n/texts'

const en = {
  optional: 'optional',
  busy: 'Sending…',
  cancel: 'Cancel',
  close: 'Close',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying: select it and copy it yourself.',
  check: 'Not sent: look at what is marked.',
  /** By the kind of a problem; what is not here is told in the server's words. */
  problems: {
    'no-answer': 'The server did not answer. Nothing was lost here: try again.',
    'not-signed-in': 'You are not signed in, or no longer. Sign in and send it again.',
    'not-allowed': 'Your role does not allow this.',
    'foreign-origin': 'The server takes changes only from its own pages: open it under its public address.',
    conflict: 'Somebody changed it since you read it.',
    'body-too-large': 'That is too much at once.',
    'too-many-requests': 'Too many attempts. Wait a little and try again.',
    'store-unreachable': 'The database does not answer at the moment. Try again shortly.',
    internal: 'Something went wrong on our side; the cause is in the server’s log.',
  },
  wait: (seconds: number) =>
    seconds < 90 ? `Try again in ${seconds} s.` : `Try again in ${Math.ceil(seconds / 60)} min.`,
}

const zh: Shape<typeof en> = {
  optional: '可选',
  busy: '正在发送…',
  cancel: '取消',
  close: '关闭',
  show: '显示',
  hide: '隐藏',
  copy: '复制',
  copied: '已复制',
  notCopied: '浏览器不允许复制：请选中后自行复制。',
  check: '未发送：请查看标出的内容。',
  problems: {
    'no-answer': '服务器没有应答。这里的内容没有丢失：请重试。',
    'not-signed-in': '您尚未登录，或登录已失效。请登录后再发送。',
    'not-allowed': '您的角色不允许此操作。',
    'foreign-origin': '服务器只接受来自自身页面的更改：请用其公开地址打开。',
    conflict: '在您读取之后，有人更改了它。',
    'body-too-large': '一次发送的内容过多。',
    'too-many-requests': '尝试次数过多。请稍候再试。',
    'store-unreachable': '数据库暂时没有应答。请稍后重试。',
    internal: '我们这边出了问题；原因见服务器日志。',
  },
  wait: (seconds) => (seconds < 90 ? `请在 ${seconds} 秒后重试。` : `请在 ${Math.ceil(seconds / 60)} 分钟后重试。`),
}

/** Texts of forms: what every one of them says. */
export const formTexts = texts(en, zh)
