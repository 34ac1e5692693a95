import { expect, test } from 'vitest'
import { ownPath } from '@/app/_ui/ownPath'

test.each(['/', '/admin/audit?entity=event&key=a', '/listings/%5EGSPC#numbers'])('%s is a path of ours', (path) => {
  expect(ownPath(path)).toBe(path)
})

test.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  ' /board',
  '/%',
])('%j leads to the board, or stays on the site', (text) => {
  const target = new URL(ownPath(text), 'http://own.example')
  expect(target.origin).toBe('http://own.example')
  // And once more, as the browser reads what we wrote.
  expect(new URL(target.pathname + target.search, 'http://own.example').origin).toBe('http://own.example')
})
