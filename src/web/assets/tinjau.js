// tinjau.js - the review of reports by keyboard: J and K move, S approves, P
// goes to the note, O opens a file of the report, Z undoes, Shift+S goes to all
// that are complete.  Keys act only while the focus is in the queue or beside it,
// never in a text.
const links = [...document.querySelectorAll('#antrean li a')];
const now = links.findIndex((a) => a.closest('li').ariaCurrent === 'true');
const note = document.getElementById('f-isi');
const press = (value) => document.querySelector(`button[name=kata][value=${value}]`)?.click();
const go = (step) => links[now + step]?.click();

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
  const act = keys[event.key];
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
  count();
  many.form.addEventListener('change', count);
}
