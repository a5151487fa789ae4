// kisi.js - the roster's table by keyboard: cells are moved through, marked and
// set without leaving it.  Without this file every cell is still reached by the
// links of the names.  Changes go to the draft in batches; the answer brings
// what they come to.
const table = document.getElementById('kisi');
const id = (name) => document.getElementById(name);

// A button that takes seconds says so.
addEventListener('submit', (event) => {
  const button = event.submitter;
  if (button?.dataset.tunggu) button.textContent = button.dataset.tunggu;
});

// The strip of days begins at the one that is shown.
document.querySelector('.dstrip [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });

if (table && id('ranc')) {
  const { unit, dasar } = table.dataset;
  let at = null, from = null; // the cell with the focus; where a block began
  let waiting = new Map(), timer = 0, sending = false, asked = 0;

  const rows = () => [...table.querySelectorAll('tr[id^="p-"]')];
  const rowOf = (cell) => cell.parentNode;
  const codeOf = (cell) => rowOf(cell).id.slice(2);
  const dayOf = (cell) => `${dasar.slice(8)}-${String(cell.cellIndex).padStart(2, '0')}`;
  const isDay = (cell) => cell?.matches?.('tr[id^="p-"]>td:not(.w):not(.tot)');
  const isOpen = (cell) => isDay(cell) && !cell.classList.contains('pa');
  const nameOf = (cell) => `${codeOf(cell)}.${dayOf(cell)}`;

  // ---- where one is ---------------------------------------------------------
  const dress = (row) => {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) {
      if (isDay(cell)) { cell.setAttribute('role', 'gridcell'); cell.tabIndex = -1; }
    }
  };
  const block = () => {
    if (!at) return [];
    const all = rows();
    const [a, b] = [all.indexOf(rowOf(from ?? at)), all.indexOf(rowOf(at))].sort((x, y) => x - y);
    const [l, r] = [(from ?? at).cellIndex, at.cellIndex].sort((x, y) => x - y);
    return all.slice(a, b + 1).flatMap((row) => [...row.cells].slice(l, r + 1)).filter(isDay);
  };
  const paint = () => {
    for (const cell of table.querySelectorAll('.blok')) cell.classList.remove('blok');
    if (from) for (const cell of block()) cell.classList.add('blok');
  };
  const go = (cell, extend) => {
    if (!isDay(cell)) return;
    if (extend) from ??= at;
    else from = null;
    if (at) at.tabIndex = -1;
    table.querySelector('td.sel')?.classList.remove('sel');
    table.querySelector('tr.sr')?.classList.remove('sr');
    at = cell;
    at.tabIndex = 0;
    at.classList.add('sel');
    rowOf(at).classList.add('sr');
    at.focus({ preventScroll: false });
    paint();
    clearTimeout(asked);
    asked = setTimeout(show, 350);
  };
  const across = (step) => {
    let cell = at;
    do cell = step < 0 ? cell.previousElementSibling : cell.nextElementSibling;
    while (cell && !isDay(cell));
    return cell;
  };
  const down = (step) => {
    const all = rows();
    return all[all.indexOf(rowOf(at)) + step]?.cells[at.cellIndex];
  };
  const week = (step) => {
    const cells = [...rowOf(at).cells];
    let i = at.cellIndex + step * 7;
    while (cells[i] && !isDay(cells[i])) i += step;
    return cells[i];
  };
  const edge = (last) => {
    const days = [...rowOf(at).cells].filter(isDay);
    return last ? days.at(-1) : days[0];
  };

  // ---- what comes back --------------------------------------------------------
  const put = (text) => {
    const place = (cell) => cell && [rowOf(cell).id, cell.cellIndex];
    const back = (spot) => spot && id(spot[0])?.cells[spot[1]];
    const here = place(at), began = place(from), focused = document.activeElement === at;
    const part = new DOMParser().parseFromString(text, 'text/html');
    for (const piece of part.querySelectorAll('[id]')) {
      const old = id(piece.id);
      if (!old || piece.parentNode.closest?.('[id]')) continue;
      old.replaceWith(document.importNode(piece, true));
      if (piece.id.startsWith('p-')) dress(id(piece.id));
    }
    document.querySelector('p.jw-beri[role=status]')?.remove();
    at = back(here);
    from = back(began) ?? null;
    if (at) { at.tabIndex = 0; at.classList.add('sel'); if (focused) at.focus(); }
    paint(); // the block stays: the next key means the same cells
  };
  const ask = (options) => fetch(options.url, {
    method: options.body ? 'POST' : 'GET',
    body: options.body,
    headers: { accept: 'text/html; fragment=kisi', 'x-kunci': document.body.dataset.kunci },
  });
  const show = async () => {
    if (!at || waiting.size || sending) return;
    const url = `${dasar}?unit=${encodeURIComponent(unit)}&orang=${encodeURIComponent(codeOf(at))}&tgl=${dayOf(at)}`;
    try {
      const answer = await ask({ url });
      if (answer.ok && !waiting.size && !sending) {
        const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const panel = part.getElementById('panel');
        if (panel) id('panel').replaceWith(document.importNode(panel, true));
      }
    } catch { /* the panel stays as it was */ }
  };

  // ---- changes ------------------------------------------------------------------
  const fail = (sent) => {
    for (const [name, change] of sent) {
      if (!waiting.has(name)) waiting.set(name, change);
      change.cell.classList.add('gagal');
    }
    const { gagal, lagi } = id('ranc').dataset;
    id('belum')?.remove();
    const bar = Object.assign(document.createElement('p'), { id: 'belum', className: 'alertbar' });
    const button = Object.assign(document.createElement('button'), { className: 'btn alt sm', textContent: lagi });
    button.addEventListener('click', () => send('ubah'));
    bar.setAttribute('role', 'alert');
    bar.append(`${waiting.size} ${gagal} `, button);
    id('ranc').prepend(bar);
  };
  const send = async (aksi) => {
    clearTimeout(timer);
    if (sending) { timer = setTimeout(send, 300, aksi); return; }
    const sent = aksi === 'ubah' ? waiting : new Map();
    if (aksi === 'ubah') { if (!sent.size) return; waiting = new Map(); }
    const body = new URLSearchParams({ unit, aksi, versi: id('ranc').dataset.versi });
    for (const [name, change] of sent) body.append('sel', `${name}.${change.to}`);
    if (at) { body.append('orang', codeOf(at)); body.append('tgl', dayOf(at)); }
    sending = true;
    try {
      const answer = await ask({ url: `${dasar}/sel`, body });
      const text = await answer.text();
      if (!text.includes('id="ranc"')) throw new Error(String(answer.status));
      // What was refused goes back to what it was; the answer has the rest.
      for (const { cell, was } of sent.values()) [cell.className, cell.textContent] = was;
      put(text);
    } catch { fail(sent); }
    sending = false;
  };
  const set = (cells, letter) => {
    const few = cells.filter(isOpen).slice(0, 400);
    for (const cell of few) {
      const to = typeof letter === 'function' ? letter(cell) : letter;
      const was = waiting.get(nameOf(cell))?.was ?? [cell.className, cell.textContent];
      waiting.set(nameOf(cell), { cell, to, was });
      if (to === '-') continue;
      cell.classList.remove('k', 'r', 'n', 'mm');
      cell.classList.add(to.toLowerCase(), 'ranc', 'mm');
      cell.textContent = to;
    }
    clearTimeout(timer);
    if (few.length) timer = setTimeout(send, 700, 'ubah');
  };
  // Two cells change places.
  const swap = () => {
    const two = block().filter(isOpen);
    if (two.length < 2) return;
    const ends = [two[0], two.at(-1)], letters = ends.map((cell) => cell.textContent.trim().charAt(0));
    if (letters.every((letter) => letter === 'K' || letter === 'R'))
      set(ends, (cell) => letters[cell === ends[0] ? 1 : 0]);
  };

  // A call is an order of its own: its page begins with those who are marked.
  const call = async () => {
    const who = [...new Set(block().map(codeOf))].slice(0, 50);
    const day = dayOf(at);
    await send('ubah');
    if (!waiting.size)
      location.href = `/panggil?${new URLSearchParams([['unit', unit], ['mulai', day], ...who.map((code) => ['orang', code])])}`;
  };
  // What no draft can hold is not passed over in silence.
  const elsewhere = () => {
    document.querySelector('p.jw-beri[role=status]')?.remove();
    const told = Object.assign(document.createElement('p'), { className: 'jw-beri', textContent: id('ranc').dataset.lain });
    told.setAttribute('role', 'status');
    id('ranc').before(told);
  };

  // What waits is sent before it can be taken back.
  const turn = async (aksi) => { await send('ubah'); await send(aksi); };

  // ---- keys ---------------------------------------------------------------------
  const moves = {
    ArrowLeft: () => across(-1), ArrowRight: () => across(1),
    ArrowUp: () => down(-1), ArrowDown: () => down(1),
    Home: () => edge(false), End: () => edge(true),
    PageUp: () => week(-1), PageDown: () => week(1),
  };
  const acts = {
    k: () => set(block(), 'K'), r: () => set(block(), 'R'), t: swap,
    p: call, l: elsewhere, c: elsewhere, d: elsewhere,
    delete: () => set(block(), '-'),
    enter: () => id('panel').querySelector('button,a')?.focus(),
    '?': () => id('tombol-semua')?.toggleAttribute('hidden'),
  };
  table.addEventListener('keydown', (event) => {
    if (!isDay(event.target) || event.altKey) return;
    const key = event.key.toLowerCase();
    let act = moves[event.key] && (() => go(moves[event.key](), event.shiftKey));
    if (event.ctrlKey || event.metaKey)
      act = key === 'z' ? () => turn('urung') : key === 'y' ? () => turn('ulang') : null;
    else act ??= acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  table.addEventListener('mousedown', (event) => {
    const cell = event.target.closest('td');
    if (!isDay(cell)) return;
    event.preventDefault();
    go(cell, event.shiftKey);
  });
  addEventListener('beforeunload', (event) => { if (waiting.size) event.preventDefault(); });

  id('tombol').hidden = false;
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-multiselectable', 'true');
  for (const row of rows()) dress(row);
  at = table.querySelector('td.sel') ?? table.querySelector('tr[id^="p-"]>td:not(.w):not(.tot)');
  if (at) at.tabIndex = 0;
}
