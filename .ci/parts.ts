// What of others runs in the service: are there critical holes that are known, and may all of it be passed on? Offline, or
// where the registry refuses to say, the first question is left open, which is said and is no failure.
// Run by .ci/run; ends with 1 when an answer is bad.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const npm = (...args: string[]) =>
  spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', timeout: 90_000, maxBuffer: 64 * 1024 * 1024 });

const noPatience = ['--fetch-retries=0', '--fetch-timeout=20000'];
const audit = npm('audit', '--omit=dev', '--audit-level=critical', '--json', ...noPatience);
const critical = criticalIn(audit.stdout);
if (critical === null) console.log('npm audit: the registry does not answer, so nothing is known of holes.');
else console.log(`npm audit: ${critical} critical`);

const licences = npm('run', '--silent', 'licences');
console.log(`${licences.stdout}${licences.stderr}`.trim());
process.exitCode = (critical ?? 0) > 0 || licences.status !== 0 ? 1 : 0;

/** Null: there is no report, whatever the reason. */
function criticalIn(output: string): number | null {
  try {
    const { metadata } = JSON.parse(output) as { metadata?: { vulnerabilities?: { critical?: number } } };
    return metadata?.vulnerabilities?.critical ?? null;
  } catch {
    return null;
  }
}
