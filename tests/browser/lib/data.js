// data.js - governments alive at a moment of their day, made once by the real
// use cases; each test gets a copy of its own.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { folder, program, root } from './place.js';

// The days of tools/demo: first and last of the plan, a day that is lived, and
// how many hours the place is ahead of UTC; somebody who has no part in flows.
// turns: the letter has units publish rosters; reports: it asks for one a day.
export const governments = {
  bandarlampung: { from: '2020-03-30', to: '2020-04-10', day: '2020-04-01', ahead: 7, turns: false, reports: false, admin: 'B01070' },
  balikpapan: { from: '2020-08-03', to: '2020-08-28', day: '2020-08-05', ahead: 8, turns: true, reports: true, admin: 'B03069' },
  paser: { from: '2020-08-03', to: '2020-08-14', day: '2020-08-05', ahead: 8, turns: false, reports: false, admin: 'B01921' },
  kotim: { from: '2021-07-26', to: '2021-08-01', day: '2021-07-28', ahead: 7, turns: true, reports: true, admin: 'B01678' },
  bontang: { from: '2020-03-24', to: '2020-04-03', day: '2020-03-26', ahead: 8, turns: false, reports: true, admin: 'B01198' },
};

// Moments of that day (local time): before anybody comes; after noon, when
// reports have come; at its end.
export const moments = { fajar: '05.30', siang: '13.10', sore: '16.40' };

const inUtc = (code, at) => {
  const here = new Date(`${at.replace(' ', 'T').replace('.', ':')}:00Z`);
  return new Date(here - governments[code].ahead * 3600000).toISOString().slice(0, 19).replace('T', ' ');
};

// Run the program; resolves to what it wrote, or throws with what it said.
// `at`: the clock that it sees, "2020-08-05 13.30" in the government's time.
export const run = (args, { code, at } = {}) => new Promise((done, fail) => {
  const [file, ...before] = at ? ['faketime', '-f', `@${inUtc(code, at)}`, program] : [program];
  const child = spawn(file, [...before, ...args], {
    cwd: root,
    env: {
      ...process.env, LC_ALL: 'C', TZ: 'UTC', FAKETIME_DONT_FAKE_MONOTONIC: '1',
      TATAKERJA_DATA: path.join(root, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '', said = '';
  child.stdout.on('data', (part) => { text += part; });
  child.stderr.on('data', (part) => { said += part; });
  child.on('error', fail);
  child.on('close', (code) => {
    if (code === 0) done(text);
    else fail(new Error(`${args.join(' ')}: ${code}\n${text}${said}`));
  });
});

// At most as many simulations at once as there are processors.
let busy = 0;
const queue = [];
const inTurn = async (work) => {
  if (busy >= availableParallelism()) await new Promise((go) => queue.push(go));
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
    queue.shift()?.();
  }
};

// What a prepared folder depends on: the program, and what it read.
const digest = () => createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12);
let version;

// What earlier builds of the program made, a day later.
const forgetOld = (start) => {
  for (const name of readdirSync(folder('data'))) {
    const old = path.join(folder('data'), name);
    if (name.startsWith(start) && Date.now() - statSync(old).ctimeMs > 86400000)
      rmSync(old, { recursive: true, force: true });
  }
};

const simulate = async (code, moment) => {
  const { from, to, day } = governments[code];
  version ??= digest();
  const made = path.join(folder('data'), `${code}-${moment}-${version}`);
  if (existsSync(made)) return made;
  const begun = `${made}.${process.pid}`;
  rmSync(begun, { recursive: true, force: true });
  await run(['simulate', '--government', `examples/${code}`, '--data', begun, '--from', from,
    '--to', to, '--until', `${day} ${moments[moment]}`]);
  // Another run may have made the same meanwhile.
  if (existsSync(made)) rmSync(begun, { recursive: true });
  else renameSync(begun, made);
  forgetOld(`${code}-${moment}-`);
  return made;
};

const ready = new Map();

// The prepared data directory of a government; never written to.
export const prepared = (code, moment = 'pagi') => {
  const name = `${code} ${moment}`;
  if (!ready.has(name)) ready.set(name, inTurn(() => simulate(code, moment)));
  return ready.get(name);
};

// With all modes: the program refuses keys that others may open, and node's own
// copy of a folder lets them since node 24.
export const copyFolder = (from, into) => { execFileSync('cp', ['-a', from, into]); };

// A copy that a test may write to; removed by `discard`.
export const copyOf = async (code, moment = 'pagi') => {
  const from = await prepared(code, moment);
  const into = path.join(mkdtempSync(path.join(folder('lived'), `${code}-`)), code);
  copyFolder(from, into);
  return into;
};

export const discard = (data) => rmSync(path.dirname(data), { recursive: true, force: true });

// Write a fact by the command line, at a moment of the government's clock.
export const record = (data, code, at, as, ...words) =>
  run(['record', '--data', data, '--government', code, '--as', as, ...words], { code, at });

// The clock of a demonstration goes on from the last fact: a message by
// somebody who has no part, later than all that is there.
export const waitUntil = (data, code, at) => {
  const { admin } = governments[code];
  return record(data, code, at, admin, 'pesan', `pegawai=${admin}`, 'isi=Jam berjalan.');
};
