// tinjau.js - the review of reports by keyboard: J and K move, S approves, P
// goes to the note, O opens a file of the report, Z undoes, Space marks the
// report for the page of several, Shift+S goes there.  Keys act only while the
// focus is in the queue or beside it, never in a text.
const links = [...document.querySelectorAll('#antrean li a')];
const now = links.findIndex((a) => a.closest('li').ariaCurrent === 'true');
const note = document.getElementById('f-isi');
const press = (value) => document.querySelector(`button[name=kata][value=${value}]`)?.click();
const go = (step) => links[now + step]?.click();

// The marks wait in the tab until its session ends: only the ids of reports.
const KEPT = 'tinjau';
const queue = document.getElementById('antrean');
const marks = new Set(JSON.parse(sessionStorage.getItem(KEPT) || '[]'));
const idOf = (a) => new URL(a.href).searchParams.get('laporan');
const showMark = (a) => {
  a.querySelector('.tag')?.remove();
  if (!marks.has(idOf(a))) return;
  a.insertAdjacentHTML('beforeend', ' <span class="tag info"></span>');
  a.lastChild.textContent = queue.dataset.tanda;
};
const mark = () => {
  const id = idOf(links[now]);
  if (!marks.delete(id)) marks.add(id);
  sessionStorage.setItem(KEPT, JSON.stringify([...marks]));
  showMark(links[now]);
};
links.forEach(showMark);

if (links[now]) links[now].focus();
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'Enter' && event.target === note) press('kembalikan');
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, textarea, select') || !event.target.closest('#antrean, .side, .urung')) return;
  if (event.shiftKey && event.key === 'S') document.querySelector('a[href="/tinjau/setujui"]')?.click();
  const keys = {
    j: () => go(1), ArrowDown: () => go(1), k: () => go(-1), ArrowUp: () => go(-1),
    s: () => press('terima'), p: () => note.focus(),
    o: () => document.querySelector('aside a[data-bukti]')?.click(),
    z: () => document.getElementById('urungkan')?.click(),
  };
  const act = event.key === ' ' && event.target === links[now] ? mark : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// On the page of several: how many the button would approve.
const many = document.querySelector('[data-banyak]');
const count = () => {
  const n = document.querySelectorAll('[name=laporan]:checked').length;
  many.textContent = many.dataset.banyak.replace('{n}', n);
  many.disabled = n === 0;
};
if (many) {
  const ticks = [...document.querySelectorAll('[name=laporan]')];
  const chosen = ticks.filter((tick) => marks.has(tick.value));
  if (chosen.length) ticks.forEach((tick) => { tick.checked = chosen.includes(tick); });
  count();
  many.form.addEventListener('change', count);
  many.form.addEventListener('submit', () => sessionStorage.removeItem(KEPT));
}
