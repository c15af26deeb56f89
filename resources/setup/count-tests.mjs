/* Adds up the results of several test runs and closes with one line: «N passed, N failed». */
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    failed += 1; // a run that ended before it could say anything
    continue;
  }
  const run = JSON.parse(readFileSync(path, 'utf8'));
  const broken = run.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  passed += run.numPassedTests;
  failed += run.numFailedTests + broken.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
