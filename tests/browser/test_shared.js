// test_shared.js - a phone or a desk that several people use: who comes next
// finds nothing of whoever was here before, signal or not.
import { browser } from './lib/browser.js';
import { discard } from './lib/data.js';
import { fact } from './lib/facts.js';
import { Line } from './lib/line.js';
import { Person } from './lib/person.js';
import { serve } from './lib/server.js';
import { handsOf } from './lib/slips.js';
import { smallOffice } from './lib/small.js';

// Of a server of its own: sessions end here.
const office = async (t) => {
  const { data, slips } = await smallOffice();
  t.keep({ close: async () => discard(data) });
  const server = t.keep(await serve(data, { demo: false }));
  const line = t.keep(await Line.open(0, server.url, () => ({})));
  const staff = await handsOf(server, 'C', slips.C), superior = await handsOf(server, 'K1', slips.K1);
  return { line, staff, superior };
};

// The paths of the pages that the worker keeps.
const keptPages = (page) => page.evaluate(async () =>
  (await (await caches.open('halaman')).keys()).map(({ url }) => new URL(url).pathname));

const until = async (what, test) => {
  for (const from = Date.now(); Date.now() - from < 20000; await new Promise((done) => setTimeout(done, 50)))
    if (await test()) return;
  throw new Error(`${what}: not within 20 s`);
};
const keeps = (page, path) => until(`${path} is kept`, async () => (await keptPages(page)).includes(path));

fact('shared: who signs out leaves no page behind, signal or not', async (t) => {
  const { line, staff } = await office(t);
  const person = await Person.come(await browser(), line, staff.cookie, 0);
  t.keep({ close: () => person.leaves() });
  const { page } = person;
  await page.goto('/lainnya');
  await keeps(page, '/');
  line.down = true;
  await page.locator('form[action="/keluar"] button').click({ noWaitAfter: true });
  await until('nobody answers', async () => !page.url().startsWith(`${line.url}/lainnya`)).catch(() => {});
  line.down = false;
  await page.goto('/bantuan');
  t.hold(!(await keptPages(page)).includes('/'), 'without a signal the page of the day is gone');
  await page.goto('/');
  await keeps(page, '/');
  await page.goto('/lainnya');
  await page.locator('form[action="/keluar"] button').click();
  await page.waitForURL('**/masuk**');
  t.same((await keptPages(page)).filter((path) => path !== '/luring').join(' '), '', 'what is kept');
});

fact('shared: who is sent to the door, and who comes instead, finds no page of the one before', async (t) => {
  const { line, staff, superior } = await office(t);
  const person = await Person.come(await browser(), line, staff.cookie, 0);
  t.keep({ close: () => person.leaves() });
  const { page, context } = person;
  const sit = async (cookie) => {
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url: line.url }]);
  };
  await page.goto('/lainnya');
  await keeps(page, '/');
  await sit(superior.cookie);
  await page.goto('/tugas');
  await keeps(page, '/tugas');
  t.hold(!(await keptPages(page)).includes('/'), 'another one\'s page is gone');
  await sit('tk=ended');
  await context.clearCookies();
  await page.goto('/lainnya');
  await page.waitForURL('**/masuk**');
  t.same((await keptPages(page)).filter((path) => path !== '/luring').join(' '), '', 'what is kept');
});

// Not typed again is not meant again.
fact('shared: a report that was sent is no draft any more', async (t) => {
  const { line, staff } = await office(t);
  const person = await Person.come(await browser(), line, staff.cookie, 0);
  t.keep({ close: () => person.leaves() });
  const { page } = person;
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draf ')).length);
  await page.goto('/laporan/tulis');
  await page.locator('#f-isi').fill('Menyusun daftar.');
  await page.goto('/bantuan');
  t.same(await drafts(), 1, 'what was written and not sent is kept');
  await page.goto('/laporan/tulis');
  t.same(await page.locator('#f-isi').inputValue(), 'Menyusun daftar.', 'and stands there again');
  await page.locator('form[action="/laporan/tulis"] button').last().click();
  await page.waitForURL('**sudah=**');
  t.same(await drafts(), 0, 'drafts after it was sent');
  await page.goto('/laporan/tulis');
  line.down = true;
  await page.locator('#f-isi').fill('Menyusun daftar lagi.');
  await page.locator('form[action="/laporan/tulis"] button').last().click();
  await page.locator('.tersimpan').waitFor();
  await until('the outbox has it', async () => (await person.waiting()).length === 1);
  line.down = false;
  await page.goto('/bantuan');
  t.same(await drafts(), 0, 'drafts after it was put into the outbox');
});
