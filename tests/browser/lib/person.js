// person.js - somebody with a phone: what they do, what the page tells them,
// and what lies on the phone, each with its time.
import { within } from './facts.js';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// What playwright itself would wait for without an end; a machine may be slow.
const soon = (what, work) => within(30000, what, work);

// Chromium now and then does not answer when a tab is closed, a worker stopped
// while its page loads, or one that was stopped told of the signal.  That is
// trouble too: life goes on.
const orGoOn = (work) => Promise.race([work, pause(2000)]).catch(() => {});

// Nor does a page always answer whose way elsewhere was given up: whoever stands
// before it goes to another.
const byThePage = (work) => within(5000, 'an answer of the page', work);

// In the page, before any script of it: what is put on the phone, when it is
// kept, what is said about sending, and when a form or the outbox shows what
// became of a press.
const watch = () => {
  const note = (kind, what) => window.catat?.({ kind, at: Date.now(), ...what });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function noted(item, ...rest) {
    if (this.name === 'surat') {
      const { id, url, isi, keadaan } = item, text = `${url} ${JSON.stringify(isi)}`;
      note('put', { id, text, keadaan });
      this.transaction.addEventListener('complete', () => note('kept', { id, text, keadaan }));
    }
    return put.call(this, item, ...rest);
  };
  const listen = EventTarget.prototype.addEventListener;
  let listeners = 0;
  window.addEventListener = function counted(type, ...rest) {
    if (type === 'submit') listeners += 1;
    window.siap ||= listeners >= 2; // that of every page, and the outbox
    return listen.call(this, type, ...rest);
  };
  listen.call(window, 'error', ({ target }) => { window.siap ||= target.nodeName === 'SCRIPT' && 'gagal'; }, true);
  let said = '';
  const look = (changes) => {
    if (document.querySelector('.tersimpan') || changes.some(({ target }) => target.id === 'kotak')) note('shown');
    const line = document.getElementById('kirim');
    const text = line?.querySelector('span')?.textContent ?? '';
    if (text === said) return;
    said = text;
    if (text.startsWith(line.dataset.terkirim.split('{')[0])) note('all', { text });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  const { searchParams } = new URL(location.href);
  if (searchParams.has('sudah')) note('done', { text: location.href });
};

// In the page: does it stand, with its modules?  They begin before it is loaded.
const hasBegun = () => new Promise((done) => {
  const from = Date.now();
  const look = () => (window.siap || Date.now() - from > 3000 ? done(window.siap === true) : setTimeout(look, 20));
  look();
});

// In the page: write, and press; false when there is no such button.  (With a
// finger and with keys the flows do it.)
const press = ([selector, text]) => {
  if (window.siap !== true) return false; // without its modules: another page
  const button = document.querySelector(selector), area = document.getElementById('f-isi');
  if (text && area) {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  button?.click();
  return Boolean(button);
};

const buttons = {
  tick: ['/', 'button.centang:enabled'],
  answer: ['/', 'form[action^="/jawab/"] button:enabled'],
  checkIn: ['/', 'form[action="/hadir"] button:enabled'],
  report: ['/laporan/tulis', 'form[action="/laporan/tulis"] button:enabled'],
  sendNow: ['/kotak-keluar', '#kirim-sekarang'],
};

export class Person {
  put = new Map();  // id: what was meant
  kept = new Map(); // id: when it was on the phone for sure
  claims = [];
  refused = [];
  acts = 0;

  static async come(chromium, line, cookie, seed) {
    const person = new Person();
    Object.assign(person, { line, seed });
    person.context = await chromium.newContext({ baseURL: line.url, viewport: { width: 360, height: 760 } });
    person.context.setDefaultTimeout(30000);
    const [name, value] = cookie.split('=');
    await person.context.addCookies([
      { name, value, url: line.url }, { name: 'bahasa', value: 'id', url: line.url }]);
    await person.context.exposeBinding('catat', (_, what) => person.notes(what));
    await person.context.addInitScript(watch);
    await person.openTab();
    await person.settlesIn();
    return person;
  }

  // The pages were seen once, with a signal, as on any morning; that which stood
  // open when the worker came is learned by it.
  async settlesIn() {
    await this.visit('/');
    await soon('a service worker', this.page.evaluate(() => navigator.serviceWorker.ready.then(() => true)));
    for (const path of ['/laporan/tulis', '/kotak-keluar'])
      if (!await this.visit(path)) throw new Error(`${path} could not be opened, all being well`);
  }

  notes(what) {
    if (what.kind === 'put') this.put.set(what.id, what.text);
    if (what.kind === 'kept' && !this.kept.has(what.id)) this.kept.set(what.id, what.at);
    if (what.keadaan === 'ditolak') this.refused.push(what.text);
    if (what.kind === 'all' || what.kind === 'done') this.claims.push(what);
    if (what.kind === 'done' || what.kind === 'shown') this.sees?.();
  }

  setOffline(off) { return orGoOn(this.context.setOffline(off)); }

  async openTab() { this.page = await this.context.newPage(); }

  async closeTab() {
    const old = this.page;
    await soon('a new tab', this.openTab());
    await orGoOn(old.close());
  }

  // The session goes with its page.
  async stopWorker() {
    const session = await orGoOn(this.context.newCDPSession(this.page));
    await orGoOn(session?.send('ServiceWorker.enable'));
    await orGoOn(session?.send('ServiceWorker.stopAllWorkers'));
  }

  // The browser wakes the worker: there may be a signal again ("sync").
  async wakeWorker() {
    const session = await orGoOn(this.context.newCDPSession(this.page));
    const known = new Promise((done) => {
      session?.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const one = registrations.find(({ isDeleted }) => !isDeleted);
        if (one) done(one.registrationId);
      });
    });
    await orGoOn(session?.send('ServiceWorker.enable'));
    const registrationId = await orGoOn(known);
    await orGoOn(session?.send('ServiceWorker.dispatchSyncEvent', {
      origin: this.line.url, registrationId, tag: 'kotak', lastChance: false,
    }));
    await orGoOn(session?.detach());
  }

  // True when the page is one of ours and its modules have begun.
  async visit(path) {
    try {
      await this.page.goto(path, { waitUntil: 'load', timeout: 10000 });
      return await byThePage(this.page.evaluate(hasBegun));
    } catch {
      return false;
    }
  }

  // Does the page of that path stand open already?
  isOn(path) { return this.page.url().startsWith(this.line.url) && new URL(this.page.url()).pathname === path; }

  // On the page that stands open (`stays`), or on one opened anew.
  async does(act, stays) {
    const [path, selector] = buttons[act];
    const stands = stays && this.isOn(path) && await byThePage(this.page.evaluate(hasBegun)).catch(() => false);
    if (!stands && !await this.visit(path)) return;
    try {
      this.acts += 1;
      const seen = new Promise((done) => { this.sees = done; });
      const text = act === 'report' && `hasil ${this.seed}-${this.acts}`;
      if (await byThePage(this.page.evaluate(press, [selector, text])))
        await Promise.race([pause(700), seen]);
    } catch {
      // the tab was closed, or the page went away under the finger
    }
  }

  waiting() {
    return soon('what waits', this.page.evaluate(() => new Promise((done) => {
      const request = indexedDB.open('kotak');
      request.onsuccess = () => {
        const all = request.result.transaction('surat').objectStore('surat').getAll();
        all.onsuccess = () => { request.result.close(); done(all.result.map(({ id, keadaan }) => `${id} ${keadaan}`)); };
      };
    })));
  }

  async isEmpty(patience) {
    for (const from = Date.now(); Date.now() - from < patience; await pause(50)) {
      if ((await this.waiting().catch(() => ['?'])).length === 0) return true;
    }
    return false;
  }

  // With a signal again: everything leaves; a person may open the page anew.
  // How long that takes is the machine's: what is stuck stays so for good.  The
  // signal is given at every look: playwright takes it back when a page did not
  // hear of it within half a minute.
  async settles() {
    let looks = 0, opened = 0;
    for (const from = Date.now(); Date.now() - from < 75000; looks += 1) {
      await this.closeTab();
      await this.setOffline(false);
      if (!await this.visit('/')) continue;
      opened += 1;
      if (await this.isEmpty(4000)) return this.endsTrue();
    }
    return [`still on the phone: ${(await this.waiting()).join(', ')}; the page opened ${opened} of ${looks} times; `
      + `the outbox is ${await this.heldBy().catch(({ message }) => message)}`];
  }

  // Who has the outbox, and who waits for it; and whether there is a signal.
  heldBy() {
    return byThePage(this.page.evaluate(async () => {
      const { held, pending } = await navigator.locks.query();
      const signal = navigator.onLine ? 'a signal' : 'no signal';
      return `held by ${held.length}, awaited by ${pending.length}; the phone has ${signal}`;
    }));
  }

  // The line is told after the last of it is sent.
  async endsTrue() {
    let line = '';
    for (const from = Date.now(); Date.now() - from < 4000; await pause(50)) {
      line = await this.page.evaluate(() => document.getElementById('kirim')?.innerText ?? 'menunggu').catch(() => 'menunggu');
      if (!/menunggu/i.test(line)) return [];
    }
    return [`nothing waits, but the page says: ${line}`];
  }

  // What was said without being so.
  untrue() {
    const faults = this.refused.map((text) => `refused: ${text}`);
    const { answered } = this.line;
    const sentAt = (id) => answered.get(id) ?? Infinity;
    for (const { kind, at, text } of this.claims) {
      const before = [...this.kept].filter(([, since]) => since < at).map(([id]) => id);
      const unsent = before.filter((id) => sentAt(id) > at);
      if (kind === 'all' && unsent.length) faults.push(`"${text}", but ${unsent.join(', ')} was not answered`);
      const meant = before.filter((id) => this.isOf(id, text));
      const just = meant.some((id) => sentAt(id) <= at && sentAt(id) > at - 5000);
      if (kind === 'done' && !just && meant.length && meant.at(-1) === before.at(-1) && sentAt(before.at(-1)) > at)
        faults.push(`${text}, but ${before.at(-1)} was not answered`);
    }
    return faults;
  }

  // Is the page that was gone to that of such a thing?  (Another of them may have
  // been noted while the answer to the first was on its way.)
  isOf(id, text) {
    const word = { '/hadir': 'hadir', '/laporan/tulis': 'laporan', '/tugas/': 'tugas', '/jawab/': 'jawab' };
    const meant = Object.entries(word).find(([path]) => this.put.get(id)?.includes(path))?.[1];
    return text.includes(`sudah=${meant}`);
  }

  // One thing under two ids.  (A tab that is closed takes with it what was not
  // yet on the phone for sure, unless it went to the server: then it was.)
  doubles() {
    const ids = new Map();
    const lay = ([id]) => this.kept.has(id) || this.line.asked.has(id);
    for (const [id, text] of [...this.put].filter(lay)) ids.set(text, [...(ids.get(text) ?? []), id]);
    return [...ids].filter(([, list]) => list.length > 1).map(([text, list]) => `${text}: ${list.join(' and ')}`);
  }

  async leaves() { await orGoOn(this.context.close()); }
}
