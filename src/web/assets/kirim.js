// kirim.js - the outbox in this browser: what waits, and how it is sent.  Used
// by pages (kotak.js) and by the service worker (sw.js).
//
// An item is {id, siapa, apa, url, isi: [[name, value], ...], saat, keadaan,
// kata}.  The id was made here and is that of the fact: however often an item
// is sent, the server writes it once.  keadaan: "menunggu" waits, "ditolak" was
// refused and waits for its owner.
const open = () => new Promise((done, fail) => {
  const request = indexedDB.open('kotak', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('surat', { keyPath: 'id' });
    request.result.createObjectStore('kunci', { keyPath: 'siapa' });
  };
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

// Done when it is on the disk of the phone.
const run = async (store, mode, act) => {
  const db = await open();
  try {
    return await new Promise((done, fail) => {
      const change = db.transaction(store, mode, { durability: 'strict' });
      const request = act(change.objectStore(store));
      change.oncomplete = () => done(request.result);
      change.onabort = () => fail(change.error);
    });
  } finally {
    db.close();
  }
};

export const keep = (item) => run('surat', 'readwrite', (s) => s.put(item));
export const drop = (id) => run('surat', 'readwrite', (s) => s.delete(id));
export const one = (id) => run('surat', 'readonly', (s) => s.get(id));
export const all = async (siapa) =>
  (await run('surat', 'readonly', (s) => s.getAll()))
    .filter((item) => item.siapa === siapa)
    .sort((a, b) => a.saat - b.saat);

// The form token of who is signed in, for sending without a page.
export const keepKey = (siapa, kunci) =>
  run('kunci', 'readwrite', (s) => s.put({ siapa, kunci }));
export const keys = () => run('kunci', 'readonly', (s) => s.getAll());

// RFC 9562, version 7: milliseconds first, so that ids rise with time.
export const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 5, time = Date.now(); i >= 0; i--, time = Math.floor(time / 256))
    bytes[i] = time % 256;
  bytes[6] = 0x70 | (bytes[6] & 15);
  bytes[8] = 0x80 | (bytes[8] & 63);
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

// One item on its way: "terkirim" with where to go on, "ditolak" with the
// reason, "menunggu" when nobody answered, "masuk" when one must sign in again.
export const send = async (item, kunci) => {
  const body = new URLSearchParams(item.isi);
  body.set('id', item.id);
  body.set('saat', item.saat);
  body.set('dikirim', Date.now());
  body.set('kunci', kunci);
  try {
    const answer = await fetch(item.url, {
      method: 'POST', body, headers: { 'X-Kotak': '1' }, redirect: 'manual',
      signal: AbortSignal.timeout(15000),
    });
    if (answer.type === 'opaqueredirect') return { jadi: 'masuk' };
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
      return { jadi: 'menunggu' };
    const said = await answer.json();
    if (!answer.ok) {
      await keep({ ...item, keadaan: 'ditolak', kata: said.title });
      return { jadi: 'ditolak', kata: said.title };
    }
    await drop(item.id);
    return { jadi: 'terkirim', ke: said.ke, diterima: said.diterima };
  } catch {
    return { jadi: 'menunggu' };
  }
};

// All that waits, oldest first; stops where nobody answers.  One at a time,
// whoever asks: a page, another page, the worker.
export const sendAll = (siapa, kunci) =>
  navigator.locks.request(`kotak ${siapa}`, async () => {
    let last = null;
    for (const item of await all(siapa)) {
      if (item.keadaan !== 'menunggu') continue;
      last = await send(item, kunci);
      if (last.jadi === 'menunggu' || last.jadi === 'masuk') break;
    }
    return last;
  });
