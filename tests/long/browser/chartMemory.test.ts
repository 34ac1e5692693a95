import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../browser/chromium'
import { visit } from '../../browser/visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Bytes of the heap that are in use, and nodes that are alive, after the garbage has been collected. */
async function alive(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes }
}

/** Canvases that nothing shows any more and something still holds. */
async function detachedCanvases(session: CDPSession): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'HTMLCanvasElement.prototype' })
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' })
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.filter((canvas) => !canvas.isConnected).length }',
    returnByValue: true,
  })
  for (const { objectId } of [result, objects]) if (objectId) await session.send('Runtime.releaseObject', { objectId })
  return counted.result.value as number
}

test('opening and leaving the chart 200 times leaves nothing behind', { timeout: 280_000 }, async () => {
  const { page, problems, close } = await visit(browser, `${site}/compare`)
  const session = await page.context().newCDPSession(page)
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first()
  const openAndLeave = async () => {
    await nav('Compare').click()
    await page.locator('.chart-box').waitFor()
    await page.mouse.move(600 + (Date.now() % 50), 400)
    await page.locator('.chart-box canvas').first().waitFor()
    await nav('Roadmap').click()
    await page.locator('.chart-box').waitFor({ state: 'detached' })
  }
  await page.mouse.move(600, 400)
  // The first visits fill caches: of the router, of compiled code.
  for (let i = 0; i < 20; i++) await openAndLeave()
  const before = await alive(session)
  for (let i = 0; i < 180; i++) await openAndLeave()
  const after = await alive(session)
  const detached = await detachedCanvases(session)
  console.log(
    `heap after 20 visits ${(before.heap / 1e6).toFixed(2)} MB, after 200 ${(after.heap / 1e6).toFixed(2)} MB; nodes ${before.nodes}, ${after.nodes}; detached canvases ${detached}`,
  )
  // One chart holds over 1 MB with its columns and canvases: a leak of each would be 180 times that.
  expect(after.heap - before.heap).toBeLessThan(4e6)
  expect(after.nodes - before.nodes).toBeLessThan(2_000)
  expect(detached).toBe(0)
  expect(problems).toEqual([])
  await close()
})
