// kotak.js - forms that may wait: a form with data-kotak is kept on the phone
// first and sent then, at once or when there is a signal again.
import { all, alter, drop, keep, keepKey, keepOnce, newId, sendAll, sendOne, sent } from '/aset/kirim.js';

const { siapa, kunci } = document.body.dataset;
const line = document.getElementById('kirim');
const label = line?.querySelector('span');
const atFirst = label?.textContent; // of when this page is
const clock = (ms) => new Date(ms).toTimeString().slice(0, 5).replace(':', '.');
let silentSince = navigator.onLine ? 0 : Date.now();

// Never "sent" before the server has answered, nor while something waits.
const lineOf = (last, waiting) => {
  const words = line.dataset;
  if (silentSince > 0) return words.luring.replace('{jam}', clock(silentSince));
  if (last?.jadi === 'terkirim' && waiting === 0) return words.terkirim.replace('{jam}', clock(last.diterima));
  return last?.jadi === 'masuk' ? words.masuk : atFirst;
};

const tell = async (last) => {
  if (!line) return;
  const waiting = (await all(siapa)).length;
  line.classList.toggle('off', silentSince > 0);
  for (const b of document.querySelectorAll('form[data-kotak]:has(textarea) .btn.big')) {
    b.dataset.kini ??= b.textContent;
    b.textContent = silentSince > 0 ? line.dataset.nanti : b.dataset.kini;
  }
  label.textContent = lineOf(last, waiting);
  let link = line.querySelector('a');
  if (waiting > 0) {
    link ??= line.appendChild(Object.assign(document.createElement('a'), { href: '/kotak-keluar' }));
    link.textContent = line.dataset.menunggu.replace('{n}', waiting);
  } else if (link) link.remove();
};

const noteSilence = (result) => {
  if (!result) return;
  if (result.jadi !== 'menunggu') silentSince = 0;
  else if (!silentSince) silentSince = Date.now();
};

const flush = async () => {
  if (!siapa) return;
  const result = await sendAll(siapa, kunci);
  noteSilence(result);
  const unreached = document.getElementById('belum');
  if (unreached) unreached.hidden = result?.jadi !== 'menunggu';
  await tell(result);
  await lookAgain();
  draw();
};

// ---- a form on its way ------------------------------------------------------
const draft = (form) => `draf ${siapa} ${new URL(form.action).pathname}`;
const typed = new WeakSet(); // forms whose text is somebody's, and has not left them
const forget = (form) => {
  typed.delete(form);
  localStorage.removeItem(draft(form));
};
const waitingForms = new Map(); // by the id of what waits: the sentence below it

const say = (form, text) => {
  const said = document.createElement('p');
  said.className = 'tersimpan';
  said.setAttribute('role', 'status');
  said.textContent = text;
  form.after(said);
  return said;
};

const close = (form) => {
  for (const b of form.querySelectorAll('button')) b.disabled = true;
};

// It lies on the phone: so the form says, and takes nothing more.
const markKept = (form, id) => {
  if (waitingForms.has(id)) return;
  waitingForms.set(id, say(form, line ? line.dataset.tersimpan : ''));
  close(form);
};

// A page that says of something that it waits, and it has gone, is shown anew;
// not while somebody writes on it.
const lookAgain = async () => {
  const ids = new Set((await all(siapa)).map(({ id }) => id));
  for (const [id, said] of waitingForms) {
    if (ids.has(id)) continue;
    said.remove();
    waitingForms.delete(id);
    if (![...document.querySelectorAll('textarea')].some((area) => area.value.trim())) location.reload();
  }
};

// The same lies on the phone, or the server has taken it.
const markTaken = (form, { id, diterima }) => {
  if (id) {
    markKept(form, id);
    return;
  }
  say(form, line.dataset.sudah.replace('{jam}', clock(diterima)));
  close(form);
};
const mayBeWrittenAgain = (form) => !!form.querySelector('textarea');

// What waits since an earlier look at this page, and what was sent after the
// server made it: the page was kept, and may know nothing of it.
const markWaiting = async () => {
  const items = (await all(siapa)).filter(({ keadaan }) => keadaan === 'menunggu');
  const gone = line ? (await sent(siapa)).filter(({ diterima }) => diterima >= line.dataset.saat) : [];
  for (const form of document.querySelectorAll('form[data-kotak]')) {
    if (mayBeWrittenAgain(form) || isClosed(form)) continue;
    const item = [...items, ...gone].find(({ url }) => url === form.action);
    if (item) markTaken(form, item);
  }
};

// Another page may have kept it meanwhile: true when it is this one's to send.
const keepNew = async (form, item) => {
  if (mayBeWrittenAgain(form)) {
    await keep(item);
    return true;
  }
  const other = await keepOnce(item, Number(line?.dataset.saat ?? Infinity));
  if (other) markTaken(form, other);
  return !other;
};

const itemOf = (form, button) => {
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  const isi = [...data].filter(([name, value]) =>
    !['kunci', 'id', 'saat', 'dikirim'].includes(name) && value.size !== 0); // no file was chosen
  return {
    id: newId(), siapa, apa: form.dataset.kotak, url: form.action, isi,
    saat: Date.now(), keadaan: 'menunggu',
  };
};

const hide = (form, name, value) =>
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));

// Nothing can be kept here: the form goes its way as if there were no scripts.
const sendBare = (form, button) => {
  if (button && button.name) hide(form, button.name, button.value);
  HTMLFormElement.prototype.submit.call(form);
};

const keepLater = async (form, item) => {
  markKept(form, item.id);
  forget(form);
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  const worker = await navigator.serviceWorker?.ready;
  if (worker && worker.sync) worker.sync.register('kotak').catch(() => {});
};

// A page that was kept may show a button of what waits, or has gone: whoever is
// quicker than the look at the phone waits for it.
let looked;
const isClosed = (form) =>
  !!form.querySelector('button') && !form.querySelector('button:enabled');

const submit = async (form, button) => {
  const item = itemOf(form, button);
  await looked;
  if (isClosed(form)) return;
  try {
    if (!await keepNew(form, item)) return;
  } catch {
    sendBare(form, button);
    return;
  }
  const slow = setTimeout(() => markKept(form, item.id), 1000); // true from now on
  const result = await sendOne(item, kunci);
  clearTimeout(slow);
  noteSilence(result);
  if (result.jadi === 'terkirim' || result.jadi === 'lain') {
    forget(form);
    location.assign(result.ke ?? location.href);
    return;
  }
  if (result.jadi === 'ditolak') await refuse(form, item, result);
  else await keepLater(form, item);
  await tell(result);
};

// The text stands in its form still, beside the reason; sent once more, it says
// that its owner has read of what it puts aside.
const refuse = async (form, item, { kata, tetap }) => {
  waitingForms.get(item.id)?.remove();
  waitingForms.delete(item.id);
  const said = say(form, `${kata[0].toUpperCase()}${kata.slice(1)}.`);
  said.scrollIntoView({ block: 'center' }); // the button may lie far above
  if (tetap) {
    form.elements.tetap?.remove();
    hide(form, 'tetap', tetap);
  }
  for (const b of form.querySelectorAll('button')) b.disabled = false;
  delete form.dataset.sent;
  await drop(item.id);
};

if (siapa && window.indexedDB) {
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.kotak || event.defaultPrevented) return;
    event.preventDefault();
    submit(form, event.submitter);
  });
  looked = keepKey(siapa, kunci).then(markWaiting).catch(() => {});
  looked.then(flush);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) looked = markWaiting().catch(() => {}); });
  addEventListener('online', () => { silentSince = 0; flush(); });
  addEventListener('offline', () => { silentSince = Date.now(); tell(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  setInterval(() => { if (!document.hidden) flush(); }, 10000); // asks nobody when nothing waits
  navigator.serviceWorker?.register('/sw.js', { type: 'module' }).catch(() => {});
  navigator.serviceWorker?.addEventListener('message', () => flush());
}

// ---- drafts: a report that is being written ---------------------------------
for (const area of document.querySelectorAll('form[data-kotak] textarea')) {
  const name = draft(area.form);
  const kept = localStorage.getItem(name);
  if (kept && !area.value.trim()) area.value = kept;
  const mark = Object.assign(document.createElement('p'), { className: 's mut' });
  area.after(mark);
  let timer = 0;
  const store = () => {
    if (!typed.has(area.form)) return;
    if (area.value.trim()) localStorage.setItem(name, area.value);
    else localStorage.removeItem(name);
  };
  area.addEventListener('input', () => {
    typed.add(area.form);
    clearTimeout(timer);
    timer = setTimeout(() => {
      store();
      mark.textContent = line?.dataset.draf.replace('{jam}', clock(Date.now())) ?? '';
    }, 3000);
  });
  addEventListener('pagehide', store);
}

// ---- the page of the outbox ---------------------------------------------------
const list = document.getElementById('kotak');
const button = (text, act) => {
  const made = Object.assign(document.createElement('button'), { className: 'btn alt sm', textContent: text });
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
};

const text = (item) => [item.apa, ...item.isi.map(([, value]) => value.name ?? value)].join('\n');

const fileOf = ([, { name, size }]) => name &&
  Object.assign(document.createElement('span'), { textContent: `${name} · ${Math.ceil(size / 1024)} kB` });

// As it is, and, where it would put something aside, in spite of that.
const once = ({ isi, tetap }) =>
  (tetap ? [...isi.filter(([name]) => name !== 'tetap'), ['tetap', tetap]] : isi);

const row = (item) => {
  const words = list.dataset;
  const li = document.createElement('li');
  const box = document.createElement('div');
  box.append(Object.assign(document.createElement('b'), { textContent: item.apa }));
  const state = item.keadaan === 'ditolak' ? `${words.ditolak} ${item.kata}` : words.menunggu;
  box.append(Object.assign(document.createElement('span'), { textContent: `${clock(item.saat)} · ${state}` }));
  box.append(...item.isi.map(fileOf).filter(Boolean));
  const written = item.isi.find(([name]) => name === 'isi');
  if (written && written[1]) {
    const area = Object.assign(document.createElement('textarea'), { value: written[1], rows: 3 });
    area.setAttribute('aria-label', item.apa);
    area.addEventListener('change', async () => {
      const isi = item.isi.map(([name, value]) => [name, name === 'isi' ? area.value : value]);
      await alter(item, isi);
      draw();
    });
    box.append(area);
  }
  const acts = document.createElement('p');
  acts.className = 'aksi';
  acts.append(
    button(words.salin, () => navigator.clipboard.writeText(text(item))),
    button(words.hapus, async () => { await drop(item.id); draw(); tell(); }),
  );
  if (item.keadaan === 'ditolak')
    acts.append(button(words.lagi, async () => { await keep({ ...item, isi: once(item), keadaan: 'menunggu' }); flush(); }));
  box.append(acts);
  li.append(box);
  return li;
};

async function draw() {
  if (!list || !siapa) return;
  const items = await all(siapa);
  list.replaceChildren(...items.map(row));
  document.getElementById('kosong').hidden = items.length > 0;
}
const now = document.getElementById('kirim-sekarang');
now?.addEventListener('click', flush);
if (now) now.hidden = false;
draw();

// ---- on the home screen: offered where the browser can do it; below a check-in
// that was noted once, at the fifth ------------------
addEventListener('beforeinstallprompt', (event) => {
  const install = document.getElementById('pasang');
  if (!install) return;
  event.preventDefault();
  if ('kali' in install.dataset) {
    localStorage.hadir = Number(localStorage.hadir ?? 0) + 1;
    if (localStorage.hadir !== install.dataset.kali) return;
  }
  install.hidden = false;
  install.addEventListener('click', () => { install.hidden = true; event.prompt(); });
});
