// test_flow_staff.js - the days of staff (UX flows 1, 2, 8, and a swap): office,
// home, something wrong.
import { axe } from './lib/axe.js';
import { hands } from './lib/hands.js';
import { castOf, stage } from './lib/stage.js';
import { governments, record } from './lib/data.js';
import { flow } from './lib/ways.js';

// The first of these who has a day of that letter: [role, day].
const firstDay = (cast, letter, roles = ['pegawai', 'atasan', 'kepala']) => {
  const role = roles.find((one) => cast.days[one][letter].length > 0);
  return role ? [role, cast.days[role][letter][0]] : [null, null];
};

const press = 'form[action="/hadir"] button';

// Is the home screen offered below the fourth, fifth, sixth check-in?
const offered = () => [3, 4, 5].map((before) => {
  const button = document.getElementById('pasang');
  button.hidden = true;
  localStorage.hadir = before;
  dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }));
  return !button.hidden;
});

flow('flow 1, a day at the office', async (t, code, way) => {
  const cast = await castOf(code);
  const [role, day] = firstDay(cast, 'k');
  if (!t.hold(role, 'somebody works at the office')) return;
  const set = await stage(t, code);
  await set.later(`${day} 06.40`);
  const seat = await set.seat(role, way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto('/');
  t.hold(await page.locator('section.now:not(.hm)').count() === 1, 'the day is at the office');
  await hand.press(page.locator(press));
  await page.locator('.sudah[role=status]').waitFor();
  t.same(hand.taps, 1, 'taps to check in');
  t.hold(/06.4\d/.test(await page.locator('.catat b').first().textContent()), 'the minute is said');
  await page.waitForLoadState();
  if (way.js) t.same(String(await page.evaluate(offered)), 'false,true,false', 'the home screen is offered once');
  await set.later(`${day} 16.40`);
  await page.goto('/');
  const out = page.locator('form[action="/pulang"] button');
  await hand.press(out);
  await page.locator('.sudah[role=status]').waitFor();
  t.hold(/16.4\d/.test(await page.locator('.catat').textContent()), 'the minute of leaving is said');
  t.same(await out.count(), 0, 'nothing more to press');
});

flow('flow 2, a day at home', async (t, code, way) => {
  const cast = await castOf(code);
  const [role, day] = firstDay(cast, 'r', ['pegawai', 'atasan']);
  if (!t.hold(role, 'somebody works at home')) return;
  const me = cast.roles[role], above = cast.roles[role === 'pegawai' ? 'atasan' : 'kepala'];
  const set = await stage(t, code);
  await set.later(`${day} 06.40`, (data) => record(data, code, `${day} 06.30`, above,
    'tugas', `pegawai=${me}`, 'isi=Menyusun daftar rumah contoh.', `mulai=${day}`, `sampai=${day}`));
  const seat = await set.seat(role, way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto('/');
  t.same(await page.locator('section.now.hm').count(), 1, 'the day is at home');
  await hand.press(page.locator(press));
  await page.locator('.sudah[role=status]').waitFor();
  t.same(hand.taps, 1, 'taps to check in');
  await hand.press(page.locator('button.centang').first());
  await page.locator('.done').first().waitFor();
  await set.later(`${day} 15.20`);
  await page.goto('/');
  const write = page.locator('main a[href="/laporan/tulis"]');
  t.same(await write.count(), governments[code].reports ? 1 : 0, 'a report is asked for');
  // Of one's own accord it is written from the page of reports.
  if (!governments[code].reports) await page.goto('/laporan');
  hand.taps = 0;
  await hand.press(write);
  const text = page.locator('textarea[name=isi]');
  t.hold((await text.inputValue()).includes('Menyusun daftar rumah contoh.'), 'what was ticked stands there');
  await hand.add(text, 'Menjawab dua surat.');
  await hand.press(page.locator('form[action="/laporan/tulis"] button.big'));
  await page.waitForURL(`**/laporan/${day}*`);
  t.same(hand.taps, 2, 'taps to report');
  t.hold((await page.locator('main').textContent()).includes('Menjawab dua surat.'), 'the report is there');
});

flow('flow 8, something is wrong', async (t, code, way) => {
  const set = await stage(t, code);
  const seat = await set.seat('pegawai', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto('/');
  await hand.press(page.locator('section.now summary'));
  await hand.press(page.locator('section.now a[href^="/keberatan/baru"]'));
  await hand.choose(page.locator('[name=jenis][value=jadwal]'));
  await hand.write(page.locator('textarea[name=isi]'), 'Giliran saya tertukar dengan rekan.');
  await hand.press(page.locator('form[action="/keberatan/baru"] button'));
  await page.locator('.sudah[role=status]').waitFor();
  const head = await set.seat('atasan', way);
  await head.page.goto('/permintaan');
  const answer = head.page.locator('form[action="/permintaan"]').filter({ hasText: '' }).first();
  const word = hands(head, t, way.keys);
  await word.write(answer.locator('[name=isi]'), 'Sudah diperbaiki mulai pekan depan.');
  await word.press(answer.locator('button[value=setuju]'));
  await head.page.locator('.sudah[role=status]').waitFor();
  await page.goto('/keberatan');
  t.hold((await page.locator('main').textContent()).includes('Sudah diperbaiki mulai pekan depan.'), 'the answer is read');
});

flow('a swap is asked for', async (t, code, way) => {
  const set = await stage(t, code);
  const seat = await set.seat('pegawai', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto('/tukar');
  const days = page.locator('.pilihan a');
  if (!t.hold(await days.count() > 0, 'there is a day to swap')) return;
  await hand.press(days.first());
  await page.waitForURL('**tanggal=**');
  await hand.press(page.locator('.pilihan a').first());
  await page.waitForURL('**/tukar/periksa**');
  if (way.js) t.none(await axe(page), 'the check of a swap'); // axe is a script
  await hand.press(page.locator('form[action="/tukar"] button'));
  await page.locator('.sudah[role=status]').waitFor();
  if (way.js) t.none(await axe(page), 'the swap');
  t.hold(hand.taps <= 4, `${hand.taps} taps for a swap, not 4 at most`);
});
