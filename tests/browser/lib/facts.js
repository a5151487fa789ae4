// facts.js - facts about pages: said in a file, run side by side, counted.
//
//   fact('name', async (t) => { t.hold(left === right, 'what is wrong'); });
//
// A fact fails when something does not hold or is thrown; `t.keep(x)` closes x
// at its end, whatever happened.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { folder } from './place.js';

// `strict`: what does not hold is no matter of a crowded machine, and the fact is
// not tried again, unless all held until something was thrown.
const facts = [];
export const fact = (name, run, { strict = false } = {}) => facts.push({ name, run, strict });

// One that takes long is begun first, so that nothing waits for it at the end.
export const longFact = (name, run) => facts.unshift({ name, run });

export const soaks = process.env.SOAK === '1';

// Only so that a run ends: a busy machine may take its time.
const longest = soaks ? 7200000 : 600000;

class Trial {
  faults = [];
  kept = [];
  hold(good, text) { if (!good) this.faults.push(text); return Boolean(good); }
  same(got, wanted, text) {
    return this.hold(got === wanted, `${text}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  }
  none(list, text) { for (const line of list) this.faults.push(`${text}: ${line}`); }
  keep(thing) { this.kept.push(thing); return thing; }
}

// What `work` gives, or an error that names what did not end within `ms`.
export const within = (ms, what, work) => {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not within ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

// What was on the screen when it failed.
const shoot = async (kept, name) => {
  for (const [i, seat] of kept.filter((k) => k.page).entries()) {
    const file = path.join(folder('failed'), `${name.replace(/[^a-z0-9]+/gi, '-')}-${i}.png`);
    await seat.page.screenshot({ path: file, fullPage: true }).catch(() => {});
  }
};

const tryOne = async ({ name, run, strict }) => {
  const t = new Trial(), from = Date.now();
  try {
    await within(longest, 'the fact', run(t));
  } catch (error) {
    t.isCrowded = t.faults.length === 0; // nothing was wrong until it was thrown
    t.faults.push(error.stack ?? String(error));
  }
  for (const seat of t.kept) t.none(seat.faults ?? [], 'console');
  if (t.faults.length) await shoot(t.kept, name);
  for (const thing of t.kept.reverse()) await (thing.close ?? thing.stop)?.call(thing).catch(() => {});
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(`${t.faults.length ? 'FAILED' : 'ok'} ${seconds} s  ${name}`);
  for (const fault of t.faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`);
  return { good: t.faults.length === 0, again: !soaks && (t.isCrowded || !strict) };
};

// Run all facts whose name holds `part`; the last line is the sum.
export const runFacts = async (part = '', after = async () => {}) => {
  const waiting = facts.filter(({ name }) => name.includes(part));
  let passed = 0, failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // A crowded machine is no fault: what failed is tried once more, and said.
      const first = await tryOne(next);
      if (first.good || (first.again && (await tryOne(next)).good)) passed += 1;
      else failed += 1;
    }
  };
  const hands = Number(process.env.HANDS ?? 2 * availableParallelism());
  await Promise.all(Array.from({ length: hands }, work));
  await after();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};
