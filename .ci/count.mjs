// Adds up the reports of all test runs into the line that CI reads.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = 'test-output'
const reports = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
const total = { passed: 0, failed: 0, skipped: 0 }
for (const name of reports) {
  const report = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0)
  total.skipped += report.numPendingTests + (report.numTodoTests ?? 0)
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exitCode = total.passed > 0 && total.failed === 0 ? 0 : 1
