// kotak.js - forms that may wait: a form with data-kotak is kept on the phone
// first and sent then, at once or when there is a signal again.
import { all, drop, keep, keepKey, newId, one, send, sendAll } from '/aset/kirim.js';

const { siapa, kunci } = document.body.dataset;
const line = document.getElementById('kirim');
const clock = (ms) => new Date(ms).toTimeString().slice(0, 5).replace(':', '.');
let silentSince = navigator.onLine ? 0 : Date.now();

// Never "sent" before the server has answered: three states, three sentences.
const tell = async (sent) => {
  const waiting = (await all(siapa)).length;
  if (!line) return;
  const words = line.dataset;
  line.classList.toggle('off', silentSince > 0);
  let text = '';
  if (silentSince > 0) text = words.luring.replace('{jam}', clock(silentSince));
  else if (sent && sent.jadi === 'terkirim')
    text = words.terkirim.replace('{jam}', clock(sent.diterima));
  else if (sent && sent.jadi === 'masuk') text = words.masuk;
  const label = line.querySelector('span');
  if (text) label.textContent = text;
  let link = line.querySelector('a');
  if (waiting > 0) {
    link ??= line.appendChild(Object.assign(document.createElement('a'), { href: '/kotak-keluar' }));
    link.textContent = words.menunggu.replace('{n}', waiting);
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
  await tell(result);
  draw();
};

// ---- a form on its way ------------------------------------------------------
const draft = (form) => `draf ${siapa} ${new URL(form.action).pathname}`;

const submit = async (form, button) => {
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  const isi = [...data].filter(([name]) => !['kunci', 'id', 'saat', 'dikirim'].includes(name));
  const item = {
    id: newId(), siapa, apa: form.dataset.kotak, url: form.action, isi,
    saat: Date.now(), keadaan: 'menunggu',
  };
  await keep(item);
  const result = await send(item, kunci);
  noteSilence(result);
  if (result.jadi === 'terkirim') {
    localStorage.removeItem(draft(form));
    location.assign(result.ke);
    return;
  }
  if (result.jadi === 'menunggu') {
    localStorage.removeItem(draft(form));
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    const worker = await navigator.serviceWorker?.ready;
    if (worker && worker.sync) worker.sync.register('kotak').catch(() => {});
  }
  const said = document.createElement('p');
  said.className = 'tersimpan';
  said.setAttribute('role', 'status');
  said.textContent = result.jadi === 'ditolak' ? result.kata : line ? line.dataset.tersimpan : '';
  form.after(said);
  if (result.jadi === 'ditolak') await drop(item.id);
  else for (const b of form.querySelectorAll('button')) b.disabled = true;
  delete form.dataset.sent;
  await tell(result);
};

if (siapa && window.indexedDB) {
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.kotak || event.defaultPrevented) return;
    event.preventDefault();
    submit(form, event.submitter).catch(() => { HTMLFormElement.prototype.submit.call(form); });
  });
  keepKey(siapa, kunci).then(flush);
  addEventListener('online', () => { silentSince = 0; flush(); });
  addEventListener('offline', () => { silentSince = Date.now(); tell(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  setInterval(() => { if (!document.hidden) flush(); }, 60000);
  navigator.serviceWorker?.register('/sw.js', { type: 'module' }).catch(() => {});
  navigator.serviceWorker?.addEventListener('message', () => flush());
}

// ---- drafts: a report that is being written ---------------------------------
for (const area of document.querySelectorAll('form[data-kotak] textarea')) {
  const name = draft(area.form);
  const kept = localStorage.getItem(name);
  if (kept && !area.value.trim()) area.value = kept;
  let timer = 0;
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(name, area.value), 3000);
  });
  addEventListener('pagehide', () => { if (area.value.trim()) localStorage.setItem(name, area.value); });
}

// ---- the page of the outbox ---------------------------------------------------
const list = document.getElementById('kotak');
const button = (text, act) => {
  const made = Object.assign(document.createElement('button'), { className: 'btn alt sm', textContent: text });
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
};

const text = (item) => [item.apa, ...item.isi.map(([, value]) => value)].join('\n');

const row = (item) => {
  const words = list.dataset;
  const li = document.createElement('li');
  const box = document.createElement('div');
  box.append(Object.assign(document.createElement('b'), { textContent: item.apa }));
  const state = item.keadaan === 'ditolak' ? `${words.ditolak} ${item.kata}` : words.menunggu;
  box.append(Object.assign(document.createElement('span'), { textContent: `${clock(item.saat)} · ${state}` }));
  const written = item.isi.find(([name]) => name === 'isi');
  if (written && written[1]) {
    const area = Object.assign(document.createElement('textarea'), { value: written[1], rows: 3 });
    area.setAttribute('aria-label', item.apa);
    area.addEventListener('change', async () => {
      written[1] = area.value;
      if (await one(item.id)) await keep({ ...item, id: newId(), keadaan: 'menunggu' }).then(() => drop(item.id));
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
    acts.append(button(words.lagi, async () => { await keep({ ...item, keadaan: 'menunggu' }); flush(); }));
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
document.getElementById('kirim-sekarang')?.addEventListener('click', flush);
draw();
