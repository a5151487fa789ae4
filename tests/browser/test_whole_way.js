// test_whole_way.js - from a letter to its recap: enacted by two, rostered,
// published, checked in without a signal, reported, reviewed, recalled, closed,
// recapped; and the recap says of each day what happened, and nothing else.
//
// What has no page is said to the command line: loading a government, and the
// proposal and enactment of a letter.  Everything else goes through pages.
import { longFact } from './lib/facts.js';
import { folder } from './lib/place.js';
import { record, run } from './lib/data.js';
import { castOf, Stage } from './lib/stage.js';
import { serve } from './lib/server.js';
import { named } from './lib/table.js';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';

const code = 'balikpapan';
const letter = ['hal=letters/800-0450.edaran'];
const file = `berkas=examples/${code}/usulan/800-0450.edaran`;
const first = 'B00195', second = 'B00209'; // of the organisation office

const load = async () => {
  const data = path.join(mkdtempSync(path.join(folder('lived'), 'jalan-')), code);
  await run(['load', `examples/${code}`, '--data', data], { code, at: '2020-08-05 12.00' });
  return data;
};

// One proposes; the same person cannot enact it; another does.
const enactByTwo = async (t, data) => {
  const said = await record(data, code, '2020-08-06 10.00', first, 'tanda tangan', 'kata=usul', ...letter, file);
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(said)[0];
  const alone = await record(data, code, '2020-08-06 10.05', first, 'tanda tangan', 'kata=berlaku', ...letter, `tentang=${id}`)
    .then(() => 'enacted by one', (error) => error.message);
  t.hold(alone.includes('dua orang'), `a letter is enacted by two: ${alone}`);
  await record(data, code, '2020-08-06 10.10', second, 'tanda tangan', 'kata=berlaku', ...letter, `tentang=${id}`);
};

const publish = async (t, set) => {
  const { page } = await set.seat('kepegawaian', { width: 1440 });
  await page.goto('/jadwal/2020-08/pemda');
  await page.locator('form[action$="/pemda"] button').click();
  await page.waitForURL('**/pemda?**');
  t.hold(await page.locator('[role=status]').count() > 0, 'the plan is published');
  await page.goto('/edaran');
  t.hold((await page.locator('main').textContent()).includes('800/0450/Org'), 'the letter is in force for all');
};

const checkInWithoutSignal = async (t, set, seat) => {
  const { page, context } = seat;
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.locator('form[action="/hadir"] button').click();
  await page.locator('.tersimpan').waitFor();
  await page.locator('#kirim a[href="/kotak-keluar"]').waitFor();
  t.hold(await page.locator('#kirim.off').count() === 1, 'that there is no signal is said');
  t.same(await page.locator('.catat').count(), 0, 'nothing is called noted before the server answered');
  await context.setOffline(false);
  await page.locator('#kirim a').waitFor({ state: 'detached' });
  // a kept page may be on its way to the same place already
  await page.goto('/').catch((fault) => {
    if (!/interrupted|ERR_ABORTED/.test(String(fault))) throw fault; // by the page itself
    return page.waitForLoadState();
  });
  t.hold(/06.4\d/.test(await page.locator('.catat b').first().textContent()), 'it is noted at the minute of the tap');
};

const report = async (page) => {
  await page.goto('/laporan/tulis');
  await page.locator('textarea[name=isi]').fill('Menyusun daftar rumah contoh.\nMenjawab dua surat.');
  await page.locator('button.big').click();
  await page.waitForURL('**/laporan/2020-**');
};

const review = async (t, set) => {
  const { page } = await set.seat('atasan', { width: 1440 });
  await page.goto('/tinjau');
  t.same(await page.locator('#antrean li a').count(), 1, 'one report waits');
  await page.keyboard.press('s');
  await page.locator('#antrean li a').waitFor({ state: 'detached' });
};

const recall = async (t, set, seat, me, day) => {
  const { page } = await set.seat('kepala', { width: 1440 });
  await page.goto('/panggil');
  await page.locator('input[name=isi]').fill('Rapat pengendalian harga.');
  await page.locator('input[name=mulai]').fill(day);
  await page.locator(`input[name=orang][value=${me}]`).check();
  for (let step = 0; step < 2; step += 1) {
    if (await page.locator('input[name=alasan]').count()) await page.locator('input[name=alasan]').fill('Mendesak.');
    await page.locator('form[method=post][action="/panggil"] button').click();
    if (step === 0) await page.locator('input[value=kirim]').waitFor({ state: 'attached' });
  }
  await page.waitForURL('**/unit?**');
  await seat.page.goto('/');
  await seat.page.locator('button[value=siap]').click();
  await seat.page.locator('.sudah[role=status]').waitFor();
  await page.goto('/unit');
  t.hold(await page.locator('#panggilan li').count() === 1, 'the head sees the recall and its answer');
  return page;
};

const close = async (t, page, seat, day) => {
  await page.goto('/unit/tutup');
  await page.locator('input[name=kata][value=perintah]').check();
  await page.locator('input[name=mulai]').fill(day);
  await page.locator('input[name=sampai]').fill(day);
  await page.locator('[name=isi]').fill('Pelayanan dialihkan ke kantor kecamatan.');
  await page.locator('form[action="/unit/tutup"] button').click();
  await page.locator('input[value=kirim]').waitFor({ state: 'attached' });
  await page.locator('form[action="/unit/tutup"] button').click();
  await page.waitForURL('**/unit?**');
  t.hold(await page.locator('.alertbar').count() > 0, 'the unit is closed');
  await seat.page.goto(`/jadwal/saya/${day}`);
  t.hold((await seat.page.locator('main').textContent()).includes('tutup'), 'staff see that it is closed');
};

const checkIn = async (t, { page }, wanted) => {
  await page.goto('/');
  const form = page.locator('form[action="/hadir"]');
  t.same(await form.locator('[name=kata]').inputValue(), wanted, 'where the page has one check in');
  await form.locator('button').click();
  await page.locator('.sudah[role=status]').waitFor();
};

// What the file counts of somebody on a day, without what it counts none of.
const counted = async (t, { page, context }, me, day, unit) => {
  await page.goto(`/rekap?masa=hari&mulai=${day}&sampai=${day}&unit=${unit}`);
  const link = await page.locator('a[href*="bentuk=rekap.csv"]').first().getAttribute('href');
  const answer = await context.request.get(link);
  t.same(answer.status(), 200, 'the recap is a file');
  const { kode, nip, nama, unit_kerja, perangkat_daerah, ...counts } =
    named(await answer.text()).find((row) => row.kode === me) ?? {};
  return Object.entries(counts).filter(([, n]) => n !== '0').map((one) => one.join(' ')).join(', ');
};

const closeRecap = async (set, day, unit) => {
  const { page } = await set.seat('kepala', { width: 1440 });
  await page.goto(`/rekap?masa=hari&mulai=${day}&sampai=${day}&unit=${unit}`);
  await page.locator('form[action^="/rekap/tutup"] button').click();
  await page.locator('[role=status]').first().waitFor();
};

// In days and findings, by the columns of the file.
const always = 'hari_kerja 1, hari_kerja_dijalankan 1';
const happened = {
  // at home by turn, in time; the report was accepted.  Whoever is at home follows
  // what the unit tells (rule 3 (4)): of its closing nothing was ticked as read.
  home: `${always}, rencana_rumah 1, ada_di_rumah 1, hari_giliran 1, hadir 1, laporan_diterima 1, pengumuman_belum_dibaca 1`,
  // no turn: who is recalled is to come (rule 3 (6)), and came; at the office
  // no report is owed
  recalled: `${always}, rencana_kantor 1, ada_di_kantor 1, hadir 1, panggilan_kantor_dipenuhi 1`,
  // at home while the unit is closed, and to report from there (rule 3 (7));
  // nobody has reviewed it yet
  closed: `${always}, rencana_unit_ditutup 1, ada_di_rumah 1, hadir 1, laporan_masuk 1`,
};

longFact('the whole way: from a letter to its recap', async (t) => {
  const { roles, unit } = await castOf(code);
  const set = t.keep(new Stage(t, code));
  set.data = await load();
  await enactByTwo(t, set.data);
  set.server = await serve(set.data);
  await publish(t, set);
  const day = '2020-08-07', next = '2020-08-10', shut = '2020-08-11';
  await set.later(`${day} 06.40`);
  const seat = await set.seat('pegawai', { expect: ['INTERNET_DISCONNECTED'] });
  await checkInWithoutSignal(t, set, seat);
  await set.later(`${day} 15.20`);
  await report(seat.page);
  await review(t, set);
  const head = await recall(t, set, seat, roles.pegawai, next);
  await close(t, head, seat, shut);
  await set.later(`${next} 07.10`);
  await checkIn(t, seat, 'kantor');
  await set.later(`${shut} 07.10`);
  await checkIn(t, seat, 'rumah');
  await set.later(`${shut} 16.20`);
  await report(seat.page);
  await set.later('2020-08-12 07.00');
  const board = await set.seat('kepegawaian', { width: 1440 });
  const said = (one) => counted(t, board, roles.pegawai, one, unit);
  t.same(await said(day), happened.home, `the recap of ${day}`);
  t.same(await said(next), happened.recalled, `the recap of ${next}`);
  t.same(await said(shut), happened.closed, `the recap of ${shut}`);
  await closeRecap(set, day, unit);
  const journal = await (async () => {
    await set.server.stop();
    return run(['journal', 'verify', '--data', set.data]);
  })();
  t.hold(journal.length > 0, 'the journal proves what it holds');
});
