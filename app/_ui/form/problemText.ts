import type { Language } from '@/lib/api/language'
import { formTexts } from '../messages/form'
import type { SentProblem } from './send'

/** What the server expects of a field, in Chinese; the server itself tells it in English. */
const expectations: readonly (readonly [RegExp, string])[] = [
  [/^expected (\d+) to (\d+) characters$/, '请填写 $1 至 $2 个字符'],
  [/^expected at least (\d+) characters$/, '请至少填写 $1 个字符'],
  [/^expected at most (\d+) characters$/, '请最多填写 $1 个字符'],
  [/^expected at most (\d+)$/, '最多 $1 项'],
  [/^expected one line of text without control characters$/, '请填写一行文字，不含控制字符'],
  [/^expected text without control characters$/, '请填写不含控制字符的文字'],
  [/^expected an address such as (\S+)$/, '请填写网址，例如 $1'],
  [/^expected an e-mail address.*$/, '请填写电子邮箱地址'],
  [/^expected a whole number from (\d+) to (\d+)$/, '请填写 $1 至 $2 的整数'],
  [
    /^expected 1 to 100 small letters, digits and hyphens, .*$/,
    '请用 1 至 100 个小写字母、数字和连字符，以字母或数字开头',
  ],
  [
    /^expected a UTC minute such as (\S+), a day such as (\S+), or a month such as (\S+)$/,
    '请填写 UTC 分钟（如 $1）、日期（如 $2）或月份（如 $3）',
  ],
  [/^expected pre, intraday, after or unknown: .*$/, '请选择它发生在其首个证券所属交易所当天的哪个时段'],
  [/^expected the same form as start, (.+)$/, '请用与开始时间 $1 相同的形式'],
  [/^expected no time before start, (.+)$/, '请勿早于开始时间 $1'],
  [/^expected each one once$/, '每项只能出现一次'],
  [/^(".+"): not known here$/, '$1：这里没有'],
  [/^expected at least (\d+) different characters$/, '请至少使用 $1 个不同的字符'],
  [/^expected a password$/, '请填写密码'],
  [/^expected your name$/, '请填写您的姓名'],
  [/^expected your e-mail address$/, '请填写您的电子邮箱地址'],
  [/^must not be the e-mail address$/, '不能与电子邮箱地址相同'],
  [/^is one of the first that are tried: .*$/, '这是最先被尝试的密码之一：请换一个'],
  [/^is not your password$/, '这不是您的密码'],
  [/^has an account already$/, '已有账户'],
  [/^this is the last admin: make another one first$/, '这是最后一位管理员：请先设置另一位'],
  [/^is disabled: a link would not let them in$/, '已停用：链接无法让其登录'],
  [/^there are (\d+) keys: revoke one first$/, '已有 $1 个密钥：请先吊销一个'],
  [/^does not answer the question that was asked, or came too late$/, '与所提问题不符，或已超时'],
  [/^is taken by another one$/, '已被另一个占用'],
  [/^is not a field here$/, '这里没有这一项'],
  [/^is never changed: .*$/, '不能更改：其他页面指向它'],
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What was expected of a field, in the reader's language where we know the words, else in the server's. */
export function expectationText(language: Language, detail: string): string {
  if (language === 'en') return capital(detail)
  const known = expectations.find(([form]) => form.test(detail))
  return known ? detail.replace(...known) : detail
}

const isNamed = <T extends object>(all: T, kind: string): kind is keyof T & string => Object.hasOwn(all, kind)

/** A problem as a whole in the reader's language: by its kind where that says it all, else in the server's words. */
export function problemText(language: Language, { kind, status, detail, parameters, retryAfter }: SentProblem): string {
  const texts = formTexts[language]
  if (parameters && parameters.length > 0) return texts.check
  const known = status === 429 ? 'too-many-requests' : kind
  const text = isNamed(texts.problems, known) ? texts.problems[known] : capital(detail)
  return status === 429 && retryAfter !== undefined ? `${text} ${texts.wait(retryAfter)}` : text
}

/** What was expected of the field `name` (or of a part of it: `topics.0` is one of `topics`); undefined when nothing was wrong with it. */
export function fieldProblem(language: Language, problem: SentProblem | null, name: string): string | undefined {
  const refused = problem?.parameters?.find((one) => one.name === name || one.name.startsWith(`${name}.`))
  return refused && expectationText(language, refused.detail)
}
