// facts.js - facts about pages: said in a file, run side by side, counted.
//
//   fact('name', async (t) => { t.hold(left === right, 'what is wrong'); });
//
// A fact fails when something does not hold or is thrown; `t.keep(x)` closes x
// at its end, whatever happened.  What did not hold is no matter of a crowded
// machine: only a fact of which all held until something was thrown, as when time
// ran out, is tried once more, and named at the end.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { folder } from './place.js';

const facts = [];
export const fact = (name, run) => facts.push({ name, run });

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

const tellFaults = (faults) => {
  for (const fault of faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`);
};

// `isCrowded`: it may be the machine's fault, and nothing else.
const tryOne = async ({ name, run }) => {
  const t = new Trial(), from = Date.now();
  const thrown = await within(longest, 'the fact', run(t)).then(() => null, (error) => error ?? 'nothing');
  for (const seat of t.kept) t.none(seat.faults ?? [], 'console');
  const isCrowded = thrown !== null && t.faults.length === 0;
  if (thrown !== null) t.faults.push(thrown.stack ?? String(thrown));
  if (t.faults.length) await shoot(t.kept, name);
  for (const thing of t.kept.reverse()) await (thing.close ?? thing.stop)?.call(thing).catch(() => {});
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(`${t.faults.length ? 'FAILED' : 'ok'} ${seconds} s  ${name}`);
  tellFaults(t.faults);
  return { name, faults: t.faults, good: t.faults.length === 0, isCrowded };
};

// Run all facts whose name holds `part`; the last line is the sum.  What failed
// is told again before it, where a log that is cut to its end shows it.
export const runFacts = async (part = '', after = async () => {}) => {
  const waiting = facts.filter(({ name }) => name.includes(part));
  const again = [], failures = [];
  let passed = 0;
  const live = async (one) => {
    const first = await tryOne(one);
    if (first.good || !first.isCrowded || soaks) return first;
    again.push(one.name);
    return tryOne(one);
  };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const lived = await live(next);
      if (lived.good) passed += 1;
      else failures.push(lived);
    }
  };
  const hands = Number(process.env.HANDS ?? 2 * availableParallelism());
  await Promise.all(Array.from({ length: hands }, work));
  await after();
  console.log(`${again.length} tried again`);
  for (const name of again) console.log(`    ${name}`);
  for (const { name, faults } of failures) {
    console.log(`FAILED  ${name}`);
    tellFaults(faults);
  }
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
};
