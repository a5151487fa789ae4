// stage.js - a copy of a living government with its server, whose clock can be
// moved on; who plays which role, and on which days they are where.
import { enter, sit } from './browser.js';
import { copyOf, discard, governments, waitUntil } from './data.js';
import { serve } from './server.js';

export class Stage {
  constructor(t, code) { Object.assign(this, { t, code, day: governments[code].day, seats: [] }); }

  async open(moment) {
    this.data = await copyOf(this.code, moment);
    this.server = await serve(this.data);
    return this;
  }

  // Let it become later, "2020-08-06 06.20"; or do something to the data while
  // nobody serves them.  Whoever sits before it steps in anew, since sessions of
  // a demonstration end with its process.
  async later(at, work = async () => {}) {
    await this.server.stop();
    await work(this.data);
    if (at) await waitUntil(this.data, this.code, at);
    this.server = await serve(this.data, { listen: this.server.address });
    for (const { seat, role } of this.seats) await enter(seat, role);
  }

  // Somebody of that role before a screen: {page, width, ...}, stepped in.
  async seat(role, how = {}) {
    const seat = this.t.keep(await sit(this.server, how));
    await enter(seat, role);
    this.seats.push({ seat, role });
    return seat;
  }

  async close() {
    await this.server.stop();
    discard(this.data);
  }
}

export const stage = async (t, code, moment = 'fajar') => {
  const made = t.keep(new Stage(t, code));
  return made.open(moment);
};

// ---- what a government's flows need to know ----------------------------------
// {roles: {pegawai: 'B00901', ...}, days: {pegawai: {k: [...], r: [...]}}}: the
// people of the demonstration, their days to come at the office and at home; the
// unit of the head and the people of the superior.
const readCast = async (page) => {
  await page.goto('/demo');
  const people = await page.$$eval('.peran form', (all) => all.map((form) => [
    form.querySelector('button').textContent.trim().split(/[: ]/)[0].toLowerCase(),
    form.querySelector('[name=orang]').value]));
  const first = { kepala: 'kepala', petugas: 'petugas', badan: 'kepegawaian', bagian: 'organisasi', administrator: 'admin' };
  return Object.fromEntries(people.map(([word, person]) => [first[word] ?? word, person]));
};

const readDays = async (page, from) => {
  const days = { k: [], r: [] };
  const read = async () => {
    for (const [link, letter] of await page.$$eval('table.bln a', (all) =>
      all.map((a) => [a.getAttribute('href').slice(-10), a.querySelector('b').className.split(' ')[0]])))
      if (link >= from) days[letter]?.push(link);
  };
  await page.goto('/jadwal/saya');
  await read();
  await page.locator('.langkahi a').last().click();
  await read();
  return days;
};

// The unit that the head heads.
const readUnit = async (seat) => {
  await enter(seat, 'kepala');
  await seat.page.goto('/unit');
  const link = await seat.page.locator('a[href^="/panggil"]').getAttribute('href');
  return new URL(link, 'http://x').searchParams.get('unit');
};

// Whose reports come to the superior.
const readTeam = async (seat) => {
  await enter(seat, 'atasan');
  await seat.page.goto('/tim');
  return seat.page.$$eval('.plist a[href^="/tim/"]', (all) => all.map((a) => a.getAttribute('href').slice(5)));
};

const learn = async (code) => {
  const quiet = { keep: (thing) => thing };
  const set = await new Stage(quiet, code).open('fajar');
  const seat = await sit(set.server, { width: 1440 });
  const roles = await readCast(seat.page), days = {};
  for (const role of ['pegawai', 'atasan', 'kepala']) {
    await enter(seat, role);
    days[role] = await readDays(seat.page, set.day);
  }
  const unit = await readUnit(seat);
  const team = await readTeam(seat);
  await seat.close();
  await set.close();
  return { roles, days, unit, team };
};

const known = new Map();
export const castOf = (code) => {
  if (!known.has(code)) known.set(code, learn(code));
  return known.get(code);
};
