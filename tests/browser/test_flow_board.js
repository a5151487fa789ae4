// test_flow_board.js - monitoring (UX flow 7): what needs action, a reminder,
// who has not reported, a question, the recap.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { axe, overflow } from './lib/axe.js';
import { root } from './lib/place.js';
import { hands } from './lib/hands.js';
import { fact } from './lib/facts.js';
import { castOf, stage } from './lib/stage.js';
import { governments } from './lib/data.js';
import { table } from './lib/table.js';
import { codes, flow, withoutScripts } from './lib/ways.js';

const remind = async (page, hand, link) => {
  await hand.press(link.first());
  await page.waitForURL('**/pantau/ingatkan');
  await hand.press(page.locator('form[action="/pantau/ingatkan"] button'));
  await page.waitForURL((url) => url.pathname === '/pantau');
  await page.locator('[role=status]').first().waitFor();
};

// The same choice as a table: {head, rows}.
const fileOf = async (t, { context }, link, what) => {
  const answer = await context.request.get(await link.getAttribute('href'));
  t.same(answer.status(), 200, what);
  return table(await answer.text());
};

// Who has not reported: the list, its number and the file say the same people,
// and none of them has reported.  Nobody, where the letter asks for no reports.
const filter = async (t, seat, hand, reports) => {
  const { page } = seat;
  await page.goto('/kehadiran/saring');
  await page.locator('select[name=laporan]').selectOption('belum');
  await hand.press(page.locator('form.saring button'));
  await page.waitForURL('**/kehadiran?**');
  const { head, rows } = await fileOf(t, seat, page.locator('a[href^="/kehadiran.csv"]').first(), 'the file of who was found');
  const number = rows.length.toLocaleString(seat.lang === 'en' ? 'en' : 'id');
  const told = new RegExp(`${number} (orang|people match)`);
  t.hold(told.test(await page.locator('main').textContent()), `that ${number} match is said`);
  const report = head.indexOf('laporan');
  t.none(rows.map((row) => row[report]).filter((word) => !['menunggu', 'tidak ada'].includes(word)), 'has reported');
  t.same(rows.length > 0, reports, 'somebody has not reported');
  const found = new Set(rows.map(([code]) => code));
  const shown = await page.$$eval('main table a[href^="/pegawai/"]', (all) => all.map((a) => decodeURIComponent(a.pathname.split('/')[2])));
  t.none(shown.filter((one) => !found.has(one)), 'shown, but not in the file');
  t.same(shown.length > 0, reports, 'somebody is shown');
};

// The file has everybody whom the page begins with, and says of them the same.
const recap = async (t, seat) => {
  const { page } = seat;
  const { head, rows } = await fileOf(t, seat, page.locator('a[href*="bentuk=rekap.csv"]').first(), 'the file of the recap');
  t.hold(head.includes('kode') && rows.length > 0, `the file has its columns: ${head}`);
  const shown = await page.$$eval('main table tbody tr', (all) => all.map((tr) => [...tr.children].map((c) => c.textContent.trim())));
  t.hold(shown.length > 0, 'the page shows how it begins');
  const days = [head.indexOf('hari_kerja'), head.indexOf('rencana_kantor')];
  const begins = (cells, row) => cells[0] === row[head.indexOf('nama')] && days.every((at) => cells.includes(row[at]));
  t.none(shown.filter((cells, i) => !begins(cells, rows[i])).map((cells) => cells.join(' ')), 'not so in the file');
};

const run = async (t, code, way) => {
  const cast = await castOf(code);
  const { from, turns, reports } = governments[code];
  const set = await stage(t, code, 'siang');
  const seat = await set.seat('kepegawaian', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  t.hold(page.url().endsWith('/pantau'), 'the board begins with monitoring');
  t.hold(await page.locator('.lead').count() === 1, 'one paragraph says how it is');
  const reminder = page.locator('a[href="/pantau/ingatkan"]');
  t.same(await reminder.count() > 0, turns, 'there are units to remind of their plan');
  if (turns) await remind(page, hand, reminder);
  await filter(t, seat, hand, reports);
  await page.goto('/tidak-sesuai');
  const cases = page.locator('main a[href^="/tidak-sesuai/"]');
  if (t.hold(await cases.count() > 0, 'there is a day that is not as it should be')) {
    await hand.press(cases.first());
    await page.waitForURL('**/tidak-sesuai/**');
    await hand.write(page.locator('textarea[name=isi]'), 'Mohon keterangan tentang hari ini.');
    await hand.press(page.locator('button[value=tanya]'));
    await page.locator('[role=status]').first().waitFor();
    t.hold((await page.locator('main').textContent()).includes('Mohon keterangan tentang hari ini.'), 'the question is noted');
  }
  await page.goto(`/rekap?masa=hari&mulai=${from}&sampai=${from}&unit=${cast.unit}`);
  await hand.follow(page.locator('form.saring button'));
  await recap(t, seat);
};

// The table of people with another job for somebody.
const newJob = 'Analis Uji Coba';
const withNewJob = (code, person) => {
  const text = readFileSync(path.join(root, `examples/${code}/register/people.csv`), 'utf8');
  const lines = text.split('\n').map((line) => {
    if (!line.startsWith(`${person},`)) return line;
    const cells = line.match(/("([^"]|"")*"|[^,"]*)(,|$)/g);
    cells[6] = `${newJob},`; // jabatan; each with the comma behind it
    return cells.join('');
  });
  return { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
};

// M2, B7: from the list of people to the form, what would change, and put in.
const renewForGood = async (t, code, way) => {
  const { roles } = await castOf(code);
  const set = await stage(t, code, 'siang');
  const seat = await set.seat('kepegawaian', way), { page } = seat, hand = hands(seat, t, way.keys);
  await page.goto('/pegawai');
  await hand.press(page.locator('a[href="/impor"]').first());
  await page.waitForURL('**/impor');
  await page.locator('input[type=file]').first().setInputFiles(withNewJob(code, roles.pegawai));
  await hand.press(page.locator('form[action="/impor"] button.btn').last());
  await page.waitForURL('**/impor/*');
  const changes = page.locator('table.rapat tbody tr');
  t.same(await changes.count(), 1, 'what would be different, in rows');
  const said = (await changes.first().textContent()) ?? '';
  t.hold(said.includes(roles.pegawai) && said.includes(newJob), `it names whom and what: ${said}`);
  await hand.press(page.locator('main form button.btn').last());
  await page.waitForURL('**/impor?sudah=masuk');
  t.same(await page.locator('[role=status]').count(), 1, 'that it is in is said');
  await page.goto(`/pegawai/${roles.pegawai}`);
  t.hold((await page.locator('main').textContent()).includes(newJob), 'the person has the new job');
};

// B7: the register given anew; what would change is looked at, nothing is put in.
const renew = async (t, code) => {
  const set = await stage(t, code, 'siang');
  const { page } = await set.seat('kepegawaian', { width: 1440 });
  await page.goto('/impor');
  await page.locator('input[type=file]').first().setInputFiles(path.join(root, `examples/${code}/register/people.csv`));
  await page.locator('form[action="/impor"] button.btn').last().click();
  await page.waitForURL('**/impor/*');
  t.none(await axe(page), 'what would change');
  t.same(await overflow(page), '', 'what would change');
};

for (const code of codes) fact(`the register given anew: ${code}`, (t) => renew(t, code));

flow('flow 7, monitoring', run);
flow('the register put in', renewForGood, withoutScripts);
