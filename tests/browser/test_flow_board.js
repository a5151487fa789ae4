// test_flow_board.js - monitoring (UX flow 7): what needs action, a reminder,
// who has not reported, a question, the recap.
import path from 'node:path';
import { axe, overflow } from './lib/axe.js';
import { root } from './lib/place.js';
import { hands } from './lib/hands.js';
import { fact } from './lib/facts.js';
import { castOf, stage } from './lib/stage.js';
import { governments } from './lib/data.js';
import { codes, flow } from './lib/ways.js';

const remind = async (page, hand, link) => {
  await hand.press(link.first());
  await page.waitForURL('**/pantau/ingatkan');
  await hand.press(page.locator('form[action="/pantau/ingatkan"] button'));
  await page.waitForURL((url) => url.pathname === '/pantau');
  await page.locator('[role=status]').first().waitFor();
};

const run = async (t, code, way) => {
  const cast = await castOf(code);
  const { from, turns } = governments[code];
  const set = await stage(t, code, 'siang');
  const seat = await set.seat('kepegawaian', way);
  const { page } = seat, hand = hands(seat, t, way.keys);
  t.hold(page.url().endsWith('/pantau'), 'the board begins with monitoring');
  t.hold(await page.locator('.lead').count() === 1, 'one paragraph says how it is');
  const reminder = page.locator('a[href="/pantau/ingatkan"]');
  t.same(await reminder.count() > 0, turns, 'there are units to remind of their plan');
  if (turns) await remind(page, hand, reminder);
  await page.goto('/kehadiran/saring');
  await page.locator('select[name=laporan]').selectOption({ index: 1 });
  await hand.press(page.locator('form.saring button'));
  await page.waitForURL('**/kehadiran?**');
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
  await hand.press(page.locator('form.saring button'));
  await page.waitForURL('**/rekap?**');
  const file = page.locator('a[href^="/rekap/berkas"]').first();
  const answer = await seat.context.request.get(await file.getAttribute('href'));
  t.same(answer.status(), 200, 'the file of the recap');
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
