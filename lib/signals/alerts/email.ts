import { createTransport } from 'nodemailer'
import type { Words } from './message'
import type { SendOutcome } from './webhook'

/** Sends one message to one address; never throws. `key` is the same whenever it is sent again, and so is the Message-ID made of it. */
export type SendMail = (to: string, key: string, words: Words) => Promise<SendOutcome>

/**
 * Sends mail through the server of `smtpUrl` (`smtp://user:password@host:587`), as `from`. An answer of the 500s is final (RFC 5321, 4.2.1); everything else is tried again.
 */
export function mailer(smtpUrl: string, from: string): SendMail {
  const transport = createTransport(smtpUrl, { from })
  const domain = from.split('@').at(-1)?.replace(/>$/, '') ?? 'tidemark'
  return async (to, key, { subject, lines }) => {
    try {
      const { response } = await transport.sendMail({
        to,
        subject,
        text: `${lines.join('\n')}\n`,
        // Chinese would else be sent in a form that half of it is escapes.
        textEncoding: 'base64',
        messageId: `<${key}@${domain}>`,
        // Nothing answers to it, and no machine on holiday should.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return { delivered: true, again: false, words: response }
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message?: string }
      const final = responseCode !== undefined && responseCode >= 500
      return { delivered: false, again: !final, words: message ?? 'the mail server could not be reached' }
    }
  }
}
