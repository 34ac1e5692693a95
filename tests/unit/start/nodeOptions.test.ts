import { expect, test } from 'vitest'
import { nodeOptions } from '@/jobs/start/nodeOptions'

test('where /proc is mounted, options stay as they are', () => {
  expect(nodeOptions('--max-old-space-size=512', true)).toBe('--max-old-space-size=512')
})

test.runIf(process.platform === 'linux')('where it is not, the stand-in for its figures is loaded first', () => {
  expect(nodeOptions('', false)).toMatch(/^--require ".*\/jobs\/start\/withoutProc\.cjs"$/)
  expect(nodeOptions('--a', false)).toMatch(/^--a --require /)
})
