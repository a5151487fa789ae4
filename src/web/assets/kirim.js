// kirim.js - the outbox in this browser: what waits, and how it is sent.  Used
// by pages (kotak.js) and by the service worker (sw.js).
//
// An item is {id, siapa, apa, url, isi: [[name, value or file], ...], saat,
// keadaan, kata, tetap}.  The id was made here and is that of the fact: however often an item
// is sent, the server writes it once.  keadaan: "menunggu" waits, "ditolak" was
// refused and waits for its owner; tetap: what it would put aside, if they send
// it once more.
const open = () => new Promise((done, fail) => {
  const request = indexedDB.open('kotak', 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) request.result.createObjectStore('surat', { keyPath: 'id' });
    if (oldVersion < 1) request.result.createObjectStore('kunci', { keyPath: 'siapa' });
    request.result.createObjectStore('terkirim', { keyPath: ['siapa', 'url'] });
  };
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

// Done when it is on the disk of the phone: the result of what `act` returns.
const run = async (stores, mode, act) => {
  const db = await open(), names = [].concat(stores);
  try {
    return await new Promise((done, fail) => {
      const change = db.transaction(names, mode, { durability: 'strict' });
      const request = act(...names.map((name) => change.objectStore(name)));
      change.oncomplete = () => done(request.result);
      change.onabort = () => fail(change.error);
    });
  } finally {
    db.close();
  }
};

export const keep = (item) => run('surat', 'readwrite', (s) => s.put(item));
export const drop = (id) => run('surat', 'readwrite', (s) => s.delete(id));
const one = (id) => run('surat', 'readonly', (s) => s.get(id));
export const all = async (siapa) =>
  (await run('surat', 'readonly', (s) => s.getAll()))
    .filter((item) => item.siapa === siapa)
    .sort((a, b) => a.saat - b.saat);

// The form token of who is signed in, for sending without a page.
export const keepKey = (siapa, kunci) =>
  run('kunci', 'readwrite', (s) => s.put({ siapa, kunci }));
export const keys = () => run('kunci', 'readonly', (s) => s.getAll());

// When the server took the last form of each address: a page that was kept may
// be older than that.  For two days.
const DAYS = 2 * 86400000;
export const sent = async (siapa) =>
  (await run('terkirim', 'readonly', (s) => s.getAll())).filter((one) => one.siapa === siapa);

// Kept, unless the same form waits already, of whatever page, or the server has
// taken it since that time: then that is the result.
export const keepOnce = (item, since) => run(['surat', 'terkirim'], 'readwrite', (letters, taken) => {
  const { siapa, url } = item, other = {};
  letters.getAll().onsuccess = ({ target }) => {
    other.result = target.result.find((one) =>
      one.siapa === siapa && one.url === url && one.keadaan === 'menunggu');
    if (other.result) return;
    taken.get([siapa, url]).onsuccess = ({ target: { result } }) => {
      if (result?.diterima >= since) other.result = result;
      else letters.put(item);
    };
  };
  return other;
});

const keepSent = async ({ siapa, url }, diterima) => {
  await run('terkirim', 'readwrite', (s) => s.put({ siapa, url, diterima }));
  for (const old of await sent(siapa)) {
    if (old.diterima < diterima - DAYS) await run('terkirim', 'readwrite', (s) => s.delete([siapa, old.url]));
  }
};

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

const post = (item, kunci) => {
  const bytes = item.isi.reduce((sum, [, { size }]) => sum + (size ?? 0), 0); // of files
  const body = bytes ? new FormData() : new URLSearchParams();
  for (const [name, value] of item.isi) body.append(name, value);
  body.set('id', item.id);
  body.set('saat', item.saat);
  body.set('dikirim', Date.now());
  body.set('kunci', kunci);
  return fetch(item.url, {
    method: 'POST', body, headers: { 'X-Kotak': '1' }, redirect: 'manual',
    signal: AbortSignal.timeout(15000 + bytes / 4), // 4 kB a second, at worst
  });
};

// The token of today's session, if the same person is signed in: a page that
// was seen again without a signal, and the worker, may hold an older one.
const renewed = async (siapa) => {
  const answer = await fetch('/kotak-keluar',
    { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(15000) });
  const [, whose, kunci] =
    /<body data-siapa="([^"]*)" data-kunci="([^"]*)"/.exec(answer.ok ? await answer.text() : '') ?? [];
  if (whose !== siapa) return null;
  await keepKey(siapa, kunci);
  return kunci;
};

// What the server says to an item; `jadi` as below.
const answerTo = async (item, kunci, again) => {
  const answer = await post(item, kunci);
  if (answer.type === 'opaqueredirect') return { jadi: 'masuk' };
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
    return { jadi: 'menunggu' };
  if (answer.status === 409 && !again) {
    const fresh = await renewed(item.siapa);
    if (!fresh) return { jadi: 'masuk' };
    if (fresh !== kunci) return answerTo(item, fresh, true);
  }
  const said = await answer.json();
  return answer.ok ? { jadi: 'terkirim', ...said } : { jadi: 'ditolak', kata: said.detail, tetap: answer.headers.get('X-Tetap') };
};

// One item on its way: "terkirim" with where to go on, "ditolak" with the
// reason, "menunggu" when nobody answered, "masuk" when one must sign in again.
const send = async (item, kunci) => {
  let result;
  try {
    result = await answerTo(item, kunci, false);
  } catch {
    return { jadi: 'menunggu' };
  }
  if (result.jadi === 'terkirim') {
    await keepSent(item, result.diterima);
    await drop(item.id);
  }
  if (result.jadi === 'ditolak') {
    const { kata, tetap } = result;
    await keep({ ...item, keadaan: 'ditolak', kata, tetap });
  }
  return result;
};

// One at a time, whoever sends or alters: a page, another page, the worker.
const alone = (siapa, act) => navigator.locks.request(`kotak ${siapa}`, act);

// What was just kept; "lain" when somebody else of us has dealt with it.
export const sendOne = ({ id, siapa }, kunci) => alone(siapa, async () => {
  const item = await one(id);
  return item?.keadaan === 'menunggu' ? send(item, kunci) : { jadi: 'lain' };
});

// Another text under another id, unless it has gone already.
export const alter = (item, isi) => alone(item.siapa, async () => {
  if (!await one(item.id)) return;
  await keep({ ...item, isi, id: newId(), keadaan: 'menunggu' });
  await drop(item.id);
});

// All that waits, oldest first; stops where nobody answers.
export const sendAll = (siapa, kunci) => alone(siapa, async () => {
  let last = null;
  for (const item of await all(siapa)) {
    if (item.keadaan !== 'menunggu') continue;
    last = await send(item, kunci);
    if (last.jadi === 'menunggu' || last.jadi === 'masuk') break;
  }
  return last;
});
