import { expect, test } from 'vitest'
import { passwordRefusal } from '@/lib/access/password'

const email = 'ada.lovelace@example.org'

test.each([
  ['short', 'characters'],
  ['x'.repeat(201), 'characters'],
  ['ada.lovelace@example.org', 'e-mail'],
  ['Ada.Lovelace', 'e-mail'],
  ['ADA.LOVELACE@example.org1', 'e-mail'],
  ['aaaaaaaaaaaa', 'different'],
  ['Password1234', 'first that are tried'],
  ['passwordpassword', 'first that are tried'],
  ['123456789012', 'first that are tried'],
  ['correct horse battery staple', 'first that are tried'],
])('%s is no password: %s', (password, why) => {
  expect(passwordRefusal(password, email)).toContain(why)
})

test.each(['violet otter 9 lamps', '龙井茶配青团最好吃了真的呢', 'x7#Qv9!mK2$pL'])('%s is one', (password) => {
  expect(passwordRefusal(password, email)).toBeNull()
})
