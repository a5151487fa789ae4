// test_flow_lead.js - what superiors and heads do (UX flows 3, 4, 5): a recall,
// the review of reports, the roster of a month.
import { axe } from './lib/axe.js';
import { hands } from './lib/hands.js';
import { castOf, stage } from './lib/stage.js';
import { governments, record } from './lib/data.js';
import { fact } from './lib/facts.js';
import { codes, flow } from './lib/ways.js';

const done = (page) => page.locator('.sudah[role=status]').first().waitFor();

flow('flow 3, a recall', async (t, code, way) => {
  const cast = await castOf(code);
  const { day } = governments[code], me = cast.roles.pegawai;
  const set = await stage(t, code);
  await set.later(`${day} 06.50`);
  const head = await set.seat('kepala', way);
  const { page } = head, hand = hands(head, t, way.keys);
  await page.goto('/unit');
  await hand.press(page.locator('a[href^="/panggil"]'));
  await hand.write(page.locator('input[name=isi]'), 'Rapat pengendalian harga.');
  await page.locator('input[name=jam]').fill('09:00');
  await hand.tick(page.locator(`input[name=orang][value=${me}]`));
  await hand.press(page.locator('form[method=post][action="/panggil"] button'));
  await page.locator('input[name=langkah][value=kirim]').waitFor({ state: 'attached' });
  if (await page.locator('input[name=alasan]').count()) await hand.write(page.locator('input[name=alasan]'), 'Mendesak.');
  await hand.press(page.locator('form[method=post][action="/panggil"] button'));
  await done(page);
  const staff = await set.seat('pegawai', way);
  const mine = hands(staff, t, way.keys);
  await staff.page.goto('/');
  t.hold((await staff.page.locator('section.pan').first().textContent()).includes('Rapat pengendalian harga.'), 'why is said');
  await mine.press(staff.page.locator('form[action^="/panggilan/"] button[value=siap]'));
  await done(staff.page);
  t.same(mine.taps, 1, 'taps to acknowledge');
  await page.goto('/unit');
  t.hold(/06.5\d|07.0\d/.test(await page.locator('#panggilan').textContent()), 'the head sees when it was answered');
  await page.goto(`/jadwal/${day.slice(0, 7)}?unit=${cast.unit}`);
  const cell = page.locator(`#p-${me} td`).nth(Number(day.slice(8)) - 1);
  t.same((await cell.textContent()).trim(), 'P', 'the cell of the roster');
});

flow('flow 4, the review of reports', async (t, code, way) => {
  const cast = await castOf(code);
  const { day } = governments[code];
  const set = await stage(t, code);
  const few = [cast.roles.pegawai, ...cast.team.filter((one) => one !== cast.roles.pegawai)].slice(0, 4);
  await set.later(null, async (data) => {
    for (const [i, one] of few.entries())
      await record(data, code, `${day} 15.3${i}`, one, 'laporan', `pegawai=${one}`,
        `isi=Menyelesaikan berkas contoh nomor ${i + 1} dan mengarsipkannya.`);
  });
  const seat = await set.seat('atasan', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  const byLetters = way.keys && way.js;
  const open = async () => {
    await page.goto('/tinjau');
    return page.locator('#antrean li a').count(); // those reviewed today have none
  };
  const all = await open();
  t.hold(all >= few.length, 'the reports are in the queue');
  const name = await page.locator('#antrean li.on a').textContent();
  // The first goes back with a note, the others are approved.
  if (byLetters) {
    await page.keyboard.press('p');
    await page.keyboard.insertText('Tulis hasilnya, bukan kegiatannya.');
    await page.keyboard.press('Control+Enter');
  } else {
    await hand.write(page.locator('textarea[name=isi]'), 'Tulis hasilnya, bukan kegiatannya.');
    await hand.press(page.locator('button[name=kata][value=kembalikan]'));
  }
  await page.locator('.urung').waitFor();
  for (let left = all - 1; left > 0; left -= 1) {
    await page.waitForFunction((n) => document.querySelectorAll('#antrean li a').length === n, left);
    if (byLetters) await page.keyboard.press('s');
    else await hand.press(page.locator('button[name=kata][value=terima]'));
  }
  await page.locator('#antrean li a').waitFor({ state: 'detached' });
  if (!byLetters) t.same(hand.taps, all, 'one press for each report');
  t.same(await open(), 0, 'nothing is left');
  t.hold(name.length > 0, 'the reports bear names');
});

// A draft is made, a day of it changed by hand, and it is published.
const takeTurns = async (page, hand, cast, month) => {
  await hand.press(page.locator('#tindakan a[href*="/susun"]'));
  await page.waitForURL('**/susun**');
  await hand.choose(page.locator('[name=pola][value=bebas]'));
  await hand.press(page.locator('form[action$="/susun"] button'));
  await page.waitForURL(`**/jadwal/${month}?**`);
  // A day of somebody is changed by hand, within the rules or as a deviation.
  const ahead = cast.days.pegawai.k.concat(cast.days.pegawai.r).sort().at(-1);
  await page.goto(`/jadwal/${month}/${cast.roles.pegawai}/${ahead}?unit=${cast.unit}`);
  const other = page.locator('input[name=kata]:not(:checked)').first();
  const to = await other.getAttribute('value');
  await hand.choose(page.locator(`input[name=kata][value=${to}]`));
  await hand.write(page.locator('[name=alasan]'), 'Giliran diganti atas permintaan rekan.');
  await hand.press(page.locator('form[action*="/jadwal/"] button.btn').first());
  await page.waitForURL(`**/jadwal/${month}?**`);
  await hand.press(page.locator('#tindakan a[href*="/terbitkan"]'));
  await page.waitForURL('**/terbitkan**');
  await hand.press(page.locator('form[action$="/terbitkan"] button').first());
  await page.waitForURL(`**/jadwal/${month}?**`);
};

flow('flow 5, the roster of a month', async (t, code, way) => {
  const cast = await castOf(code);
  const { day } = governments[code], month = day.slice(0, 7);
  const set = await stage(t, code);
  const seat = await set.seat('kepala', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto(`/jadwal/${month}?unit=${cast.unit}`);
  const make = page.locator('#tindakan a[href*="/susun"]');
  t.same(await make.count() > 0, governments[code].turns, 'there are turns to be made');
  if (governments[code].turns) await takeTurns(page, hand, cast, month);
  else t.hold(/Edaran sendiri|The letter itself/.test(await page.locator('main').textContent()), 'why there are no turns');
  await hand.press(page.locator('#tindakan a[href*="/lampiran"]'));
  await page.waitForURL('**/lampiran**');
  t.hold(await page.locator('table').count() > 0, 'the annex is there');
});

// ---- the roster's table by keys ---------------------------------------------------

// Two days side by side of one person that a head may set: as selectors.
const twoDays = (page) => page.evaluate(() => {
  const isOpen = (cell) => cell?.matches('td:not(.w):not(.tot):not(.pa)');
  for (const row of document.querySelectorAll('#kisi tr[id^="p-"]')) {
    const at = [...row.cells].findIndex((cell, i) => isOpen(cell) && isOpen(row.cells[i + 1]));
    if (at > 0) return [at, at + 1].map((i) => `[id="${row.id}"]>:nth-child(${i + 1})`);
  }
  return [];
});

const byKeys = async (t, code) => {
  const { day } = governments[code], { unit } = await castOf(code);
  const set = await stage(t, code);
  const { page } = await set.seat('kepala', { width: 1440, lang: 'id', js: true });
  await page.goto(`/jadwal/${day.slice(0, 7)}?unit=${unit}`);
  const cells = await twoDays(page);
  if (!t.same(cells.length, 2, 'two days can be set')) return;
  const letters = () => page.evaluate((all) => all.map((one) => document.querySelector(one).textContent.trim().charAt(0)).join(''), cells);
  // The answer has a version of the draft of its own.
  const press = async (keys) => {
    const before = await page.locator('#ranc').getAttribute('data-versi');
    await page.keyboard.press(keys);
    await page.waitForFunction((version) => document.querySelector('#ranc').dataset.versi !== version, before);
  };
  await page.locator(cells[0]).click();
  await page.keyboard.press('Shift+ArrowRight');
  for (const [keys, want] of [['r', 'RR'], ['k', 'KK'], ['Control+z', 'RR'], ['Control+y', 'KK']]) {
    await press(keys);
    t.same(await letters(), want, `the days after ${keys}`);
    t.same(await page.locator('#kisi .blok').count(), 2, `the block after ${keys}`);
  }
  for (const key of ['l', 'c', 'd']) {
    await page.keyboard.press(key);
    t.same(await page.locator('p.jw-beri[role=status]').count(), 1, `${key} says where such days come from`);
    t.same(await letters(), 'KK', `${key} changes nothing`);
  }
  await page.keyboard.press('p');
  await page.waitForURL('**/panggil?*');
  t.same(new URL(page.url()).searchParams.getAll('orang').length, 1, 'who is marked is called');
  // What is drafted goes on paper as a draft.
  await page.goBack();
  await page.locator(cells[0]).click();
  await press('r');
  await page.goto(`/jadwal/${day.slice(0, 7)}/konsep?unit=${unit}`);
  t.same(await page.locator('.lembar.konsep').count(), 1, 'the draft is marked on paper');
  t.none(await axe(page), 'the draft on paper');
};

for (const code of codes.filter((one) => governments[one].turns))
  fact(`the roster by keys: ${code}`, (t) => byKeys(t, code));
