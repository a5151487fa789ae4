// run.js [PART] - all facts of test_*.js here, or those whose name holds PART.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { closeBrowser } from './lib/browser.js';
import { runFacts } from './lib/facts.js';

// Whoever is told to end ends, servers and browser with it (playwright would
// close the browser and go on).
for (const [signal, code] of [['SIGTERM', 143], ['SIGHUP', 129]])
  process.once(signal, () => process.exit(code));

const here = import.meta.dirname;
for (const file of readdirSync(here).filter((name) => /^test_.*\.js$/.test(name)).sort())
  await import(path.join(here, file));
await runFacts(process.argv[2], closeBrowser);
