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

// A server, the bad line to it, and the two people who use it.  Days leave
// their tasks there: after some, another takes its place.
const lifetime = 25;
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

  // Of the next letter, whatever else happens meanwhile.
  fate() {
    const kind = this.fates?.() ?? 0, at = this.fates?.() ?? 0;
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

// Trouble that comes between two things, or while one is done; `much` of it.
const troubles = [
  async ({ person }) => { await person.setOffline(true); },
  async ({ person }) => { await person.setOffline(false); },
  async ({ lane }) => { lane.line.down = true; },
  async ({ lane }) => { lane.line.down = false; },
  async ({ lane }) => { await lane.restart(); },
  async ({ person }) => { await person.closeTab(); },
  async ({ person }) => { await person.stopWorker(); },
  async ({ person }) => { await person.wakeWorker(); },
  async ({ much }) => { await pause(much * 150); },
];

const acts = ['tick', 'report', 'answer', 'checkIn', 'tick', 'sendNow'];

// What a seed means, before any of it happens: acts in any order, each at most
// once but the tick, on the page that stands open or on a new one; trouble
// before and while.
const planOf = (random) => {
  const trouble = () => ({ comes: random() < 0.5, after: random() * 60, kind: troubles[Math.floor(random() * troubles.length)], much: random() });
  return acts.map((act) => ({ at: random(), act, stays: random() < 0.5, before: trouble(), meanwhile: trouble() }))
    .sort((a, b) => a.at - b.at);
};

const live = async (lane, person, plan) => {
  const bear = async ({ comes, after, kind, much }) => {
    if (!comes) return;
    await pause(after);
    await within(60000, 'trouble', kind({ lane, person, much }));
  };
  for (const { act, stays, before, meanwhile } of plan) {
    await bear(before);
    await within(90000, act, Promise.all([person.does(act, stays), bear(meanwhile)]));
  }
};

// Chromium may wait for ever for what was stopped under it: such a day is given
// up, named, and lived again.
const soon = (what, work) => within(30000, what, work);

const oneRun = async (t, lane, seed) => {
  const faults = [];
  await soon('what waits for them', lane.prepare(seed));
  const person = await within(60000, 'a phone', Person.come(await browser(), lane.line, lane.staff.cookie, seed));
  try {
    lane.fates = chance(~seed);
    await live(lane, person, planOf(chance(seed)));
    lane.fates = undefined;
    await soon('the last start', lane.starting);
    lane.line.down = false;
    await soon('a signal', person.setOffline(false));
    faults.push(...await person.settles(), ...person.untrue());
    faults.push(...lane.line.said.splice(0).map((text) => `a letter was refused: ${text}`));
  } finally {
    lane.fates = undefined;
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
  lane.line.bare = 0; // of this day alone
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
const end = async (lane) => {
  await lane.close();
  discard(lane.data);
};
const give = async (lane) => {
  lane.days = (lane.days ?? 0) + 1;
  if (lane.days === lifetime) return end(lane);
  idle.push(lane);
  lane.timer = setTimeout(() => end(idle.splice(idle.indexOf(lane), 1)[0]), 2000);
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
      const written = await compare(t, lane, person, before);
      sums.written += written;
      sums.kept += person.kept.size;
      sums.claims += person.claims.length;
      sums.asked += [...lane.line.asked.values()].reduce((a, b) => a + b, 0);
      lane.line.asked.clear();
      whole = true;
    } finally {
      if (whole) await give(lane);
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
  await person.setOffline(true);
  await person.closeTab();
  const from = Date.now();
  t.hold(await person.visit('/'), 'the page of the day opens without a signal');
  const opened = Date.now() - from;
  t.hold(await person.page.locator('h1').count() === 1, 'it is the page');
  await person.does('report');
  t.same(person.kept.size, 1, 'the report waits');
  lane.line.down = false;
  const again = Date.now();
  await person.setOffline(false);
  t.hold(await person.isEmpty(20000), 'it is sent by itself, the page being open');
  console.log(`offline: opened from the phone in ${opened} ms; sent ${Date.now() - again} ms after the signal came`);
  t.none(person.untrue(), 'claims');
  await person.leaves();
});

// No page of ours stands open: the browser wakes the worker, which sends.
fact('offline: the worker sends what waits, no page being open', async (t) => {
  const lane = await take();
  t.keep({ close: async () => give(lane) });
  await lane.prepare('bangun');
  const person = await Person.come(await browser(), lane.line, lane.staff.cookie, 0);
  lane.line.down = true;
  await person.does('report');
  t.same(person.kept.size, 1, 'the report waits');
  await person.page.goto('about:blank');
  await person.wakeWorker();
  const [id] = person.kept.keys();
  t.hold(!lane.line.answered.has(id), 'nothing was answered');
  lane.line.down = false;
  await person.wakeWorker();
  for (const from = Date.now(); Date.now() - from < 20000 && !lane.line.answered.has(id);) await pause(50);
  t.hold(lane.line.answered.has(id), 'it was sent');
  t.none(await person.settles(), 'fault');
  t.none(person.untrue(), 'claims');
  await person.leaves();
});

// In the page, before any script of it: a phone that is slow to read at first
// what it keeps.
const readSlowly = () => {
  const { getAll } = IDBObjectStore.prototype;
  let slow = 2;
  IDBObjectStore.prototype.getAll = function late(...rest) {
    const until = Date.now() + 400 * (slow-- > 0);
    const spin = () => { if (Date.now() < until) this.get('').onsuccess = spin; };
    spin();
    return getAll.apply(this, rest);
  };
};

// The page as it was kept shows the button still.
fact('offline: who presses before the page has looked at the phone notes nothing twice', async (t) => {
  const lane = await take();
  t.keep({ close: async () => give(lane) });
  await lane.prepare('cepat');
  const person = await Person.come(await browser(), lane.line, lane.staff.cookie, 0);
  lane.line.down = true;
  await person.does('tick');
  t.same(person.kept.size, 1, 'the task waits');
  await person.context.addInitScript(readSlowly);
  t.hold(await person.visit('/'), 'the page that was kept opens');
  await person.does('tick', true);
  await person.does('tick', true);
  t.none(person.doubles(), 'noted twice');
  lane.line.down = false;
  t.none(await person.settles(), 'fault');
  t.none(person.doubles(), 'noted twice');
  await person.leaves();
});

// Both show the button, and neither knows of the other.
fact('offline: who presses on two pages of the same notes it once', async (t) => {
  const lane = await take();
  t.keep({ close: async () => give(lane) });
  await lane.prepare('kembar');
  const person = await Person.come(await browser(), lane.line, lane.staff.cookie, 0);
  const first = person.page;
  t.hold(await person.visit('/'), 'a page');
  await person.openTab();
  t.hold(await person.visit('/'), 'another');
  lane.line.down = true;
  const second = person.page;
  await person.does('tick', true);
  person.page = first;
  await person.does('tick', true);
  t.same(person.kept.size, 1, 'it waits once');
  t.same(await first.locator('.tersimpan').count(), 1, 'the other page says so');
  t.same(await second.locator('.tersimpan').count(), 1, 'as does the one');
  lane.line.down = false;
  t.none(await person.settles(), 'fault');
  t.none(person.doubles(), 'noted twice');
  await person.leaves();
});

// A page may be made while what it does not know of yet is being committed.
fact('offline: what the server took just before the page was made is not noted again', async (t) => {
  const lane = await take();
  t.keep({ close: async () => give(lane) });
  await lane.prepare('serentak');
  const person = await Person.come(await browser(), lane.line, lane.staff.cookie, 0);
  const answer = await person.page.goto('/');
  const taken = Date.parse(answer.headers().date) - 500;
  await person.page.evaluate((diterima) => new Promise((done) => {
    const [{ form }, ...others] = document.querySelectorAll('button.centang:enabled');
    for (const other of others) other.form.remove(); // the page may close it before it is pressed
    const request = indexedDB.open('kotak');
    request.onsuccess = () => {
      const change = request.result.transaction('terkirim', 'readwrite');
      change.objectStore('terkirim').put({ siapa: document.body.dataset.siapa, url: form.action, diterima });
      change.oncomplete = () => { request.result.close(); done(); };
    };
  }), taken);
  await person.does('tick', true);
  t.same(person.kept.size, 0, 'nothing is kept');
  t.same(await person.page.locator('.tersimpan').count(), 1, 'the page says when it was taken');
  await person.leaves();
});
