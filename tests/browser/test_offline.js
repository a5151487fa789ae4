// test_offline.js - a phone without a signal: nothing that somebody noted is
// lost, nothing is written twice, and the page never says "sent" too early.
//
// RUNS: how many random days (50; 1,000 when SOAK=1).  SEED: of the first one;
// a run that failed names its own, to be lived again with RUNS=1 SEED=...
import { browser } from './lib/browser.js';
import { discard, run } from './lib/data.js';
import { fact, soaks, within } from './lib/facts.js';
import { handsOf } from './lib/slips.js';
import { Line } from './lib/line.js';
import { Person } from './lib/person.js';
import { serve } from './lib/server.js';
import { smallOffice, today } from './lib/small.js';

const runs = Number(process.env.RUNS ?? (soaks ? 1000 : 50));
const firstSeed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Numbers between 0 and 1 that the same seed gives again (mulberry32).
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

// A server, the bad line to it, and the two people who use it.
class Lane {
  static async open() {
    const lane = new Lane();
    const { data, slips } = await smallOffice();
    lane.data = data;
    lane.server = await serve(data, { demo: false });
    lane.line = await Line.open(0, lane.server.url, (request) => lane.fate(request));
    lane.staff = await handsOf(lane.server, 'C', slips.C);
    lane.superior = await handsOf(lane.server, 'K1', slips.K1);
    return lane;
  }

  // Killed as if the power had gone, and started again on the same port.
  restart() {
    this.starting ??= (async () => {
      await within(30000, 'the end of a killed server', this.server.kill());
      const again = serve(this.data, { demo: false, listen: this.server.address });
      this.server = await within(60000, 'a server again', again);
    })().finally(() => { this.starting = undefined; });
    return this.starting;
  }

  fate() {
    const { random } = this;
    const kind = random?.() ?? 0, at = random?.() ?? 0;
    const killed = { work: async () => { await pause(at * 25); await this.restart(); } };
    if (kind < 0.45) return {};
    if (kind < 0.53) return { before: true };
    if (kind < 0.61) return { request: at };
    if (kind < 0.71) return { after: true };
    if (kind < 0.81) return { answer: at };
    return kind < 0.90 ? { ...killed, after: at < 0.5 } : { work: () => pause(at * 400) };
  }

  // What waits for the person: two tasks, a call, a day without a check-in.
  async prepare(seed) {
    const { server, superior, staff } = this;
    for (const n of [1, 2])
      await superior.send(server, '/tugas/baru', { orang: staff.code, isi: `tugas ${seed}-${n}`, sampai: today });
    await superior.send(server, `/tim/${staff.code}/hubungi`, { kata: 'aplikasi' });
    const tentang = /name="tentang" value="([^"]*)"/.exec(await staff.get(server, '/hadir'))?.[1];
    if (tentang) await staff.send(server, '/hadir/koreksi', { tentang, kata: 'batal', isi: 'uji' });
  }

  async close() {
    await this.starting;
    await this.line.close();
    await this.server.stop();
  }
}

// Trouble that comes between two things, or while one is done.
const troubles = [
  async ({ person }) => { await person.context.setOffline(true); },
  async ({ person }) => { await person.context.setOffline(false); },
  async ({ lane }) => { lane.line.down = true; },
  async ({ lane }) => { lane.line.down = false; },
  async ({ lane }) => { await lane.restart(); },
  async ({ person }) => { await person.closeTab(); },
  async ({ person }) => { await person.stopWorker(); },
  async ({ random }) => { await pause(random() * 150); },
];

const acts = ['tick', 'report', 'answer', 'checkIn', 'tick', 'sendNow'];

// In any order, each at most once but the report; with trouble around it.
const live = async (lane, person, random) => {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const trouble = async () => {
    await pause(random() * 60);
    await within(60000, 'trouble', pick(troubles)({ lane, person, random }));
  };
  const order = acts.map((act) => [random(), act]).sort(([a], [b]) => a - b).map(([, act]) => act);
  for (const act of order) {
    if (random() < 0.5) await trouble();
    await within(90000, act, Promise.all([person.does(act), random() < 0.5 ? trouble() : null]));
  }
};

// Chromium may wait for ever for what was stopped under it: such a day is given
// up, named, and lived again.
const soon = (what, work) => within(30000, what, work);

const oneRun = async (t, lane, seed) => {
  const random = chance(seed), faults = [];
  await soon('what waits for them', lane.prepare(seed));
  const person = await within(60000, 'a phone', Person.come(await browser(), lane.line, lane.staff.cookie, seed));
  try {
    lane.random = random;
    await live(lane, person, random);
    lane.random = undefined;
    await soon('the last start', lane.starting);
    lane.line.down = false;
    await soon('a signal', person.context.setOffline(false));
    faults.push(...await person.settles(), ...person.untrue());
    faults.push(...lane.line.said.splice(0).map((text) => `a letter was refused: ${text}`));
  } finally {
    lane.random = undefined;
    await person.leaves();
  }
  t.none(faults, 'fault');
  return person;
};

// number  time  who: what  person  unit  day  id [-> about]
const journal = async (data) => (await run(['journal', 'show', '--data', data])).trim().split('\n')
  .map((row) => row.split(/ {2,}/))
  .map((cells) => ({ what: cells[2], id: /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(cells.slice(3).join(' '))?.[0] }));

// Everything that was kept on the phone is in the journal, once; and nothing
// stands there that nobody noted.
const compare = async (t, lane, person, before) => {
  const rows = (await journal(lane.data)).slice(before)
    .filter(({ what = '' }) => what.startsWith('C: ') && /: (masuk|laporan|tugas selesai|jawab)/.test(what));
  const times = new Map();
  for (const { id } of rows) times.set(id, (times.get(id) ?? 0) + 1);
  for (const id of person.kept.keys()) t.same(times.get(id) ?? 0, 1, `${id} in the journal`);
  for (const [id, n] of times) {
    t.same(n, 1, `${id} in the journal`);
    t.hold(person.put.has(id) || lane.line.asked.has(id), `nobody noted ${id}`);
  }
  t.none(person.doubles(), 'noted twice');
  t.same(lane.line.bare, 0, 'forms that went past the outbox');
  return rows.length;
};

// A lane that is not used any more goes by itself, so that the tests can end.
const idle = [];
const sums = { runs: 0, kept: 0, written: 0, asked: 0, claims: 0 };
const take = async () => {
  const lane = idle.pop() ?? await Lane.open();
  clearTimeout(lane.timer);
  return lane;
};
const give = (lane) => {
  idle.push(lane);
  lane.timer = setTimeout(async () => {
    idle.splice(idle.indexOf(lane), 1);
    await lane.close();
    discard(lane.data);
  }, 2000);
};

const tellSums = () => {
  console.log(`offline: ${sums.runs} runs; ${sums.kept} things kept on the phone, ${sums.written} written, `
    + `sent ${sums.asked} times; "sent" was said ${sums.claims} times`);
};

process.setMaxListeners(0); // each server that is started ends with us
for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  fact(`offline: SEED=${seed}: random trouble loses nothing, doubles nothing`, async (t) => {
    const lane = await take();
    let whole = false;
    try {
      const before = (await journal(lane.data)).length;
      const person = await within(180000, 'the day', oneRun(t, lane, seed));
      t.hold(person.kept.size > 0, 'something is noted at all');
      sums.written += await compare(t, lane, person, before);
      sums.kept += person.kept.size;
      sums.claims += person.claims.length;
      sums.asked += [...lane.line.asked.values()].reduce((a, b) => a + b, 0);
      lane.line.asked.clear();
      whole = true;
    } finally {
      if (whole) give(lane);
      else await soon('the end of a lane', lane.close()).catch(() => {});
    }
    sums.runs += 1;
    if (sums.runs === runs) tellSums();
  });
}

// How long it takes is told, not judged: this machine is nobody's phone.
fact('offline: aeroplane mode opens the page of the day; a signal sends', async (t) => {
  const lane = await take();
  t.keep({ close: async () => give(lane) });
  await lane.prepare('terbang');
  const person = await Person.come(await browser(), lane.line, lane.staff.cookie, 0);
  lane.line.down = true;
  await person.context.setOffline(true);
  await person.closeTab();
  const from = Date.now();
  t.hold(await person.visit('/'), 'the page of the day opens without a signal');
  const opened = Date.now() - from;
  t.hold(await person.page.locator('h1').count() === 1, 'it is the page');
  await person.does('report');
  t.same(person.kept.size, 1, 'the report waits');
  lane.line.down = false;
  const again = Date.now();
  await person.context.setOffline(false);
  t.hold(await person.isEmpty(20000), 'it is sent by itself, the page being open');
  console.log(`offline: opened from the phone in ${opened} ms; sent ${Date.now() - again} ms after the signal came`);
  t.none(person.untrue(), 'claims');
  await person.leaves();
});
