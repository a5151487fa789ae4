// run.js [PART] - all facts of test_*.js here, or those whose name holds PART.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { closeBrowser } from './lib/browser.js';
import { runFacts } from './lib/facts.js';

const here = import.meta.dirname;
for (const file of readdirSync(here).filter((name) => /^test_.*\.js$/.test(name)).sort())
  await import(path.join(here, file));
await runFacts(process.argv[2], closeBrowser);
