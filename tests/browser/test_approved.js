// test_approved.js - a report that was approved is not put aside unseen, by what
// waited on a phone meanwhile or stood open there: its writer is asked.
import { sit } from './lib/browser.js';
import { discard } from './lib/data.js';
import { fact } from './lib/facts.js';
import { handsOf, newId } from './lib/slips.js';
import { serve } from './lib/server.js';
import { smallOffice, today } from './lib/small.js';

const office = async (t) => {
  const { data, slips } = await smallOffice();
  const server = await serve(data, { demo: false });
  t.keep({ close: async () => { await server.stop(); discard(data); } });
  const staff = await handsOf(server, 'C', slips.C), superior = await handsOf(server, 'K1', slips.K1);
  const seat = t.keep(await sit(server, { expect: ['INTERNET_DISCONNECTED', '400', '422'] }));
  const [name, value] = staff.cookie.split('=');
  await seat.context.addCookies([{ name, value, url: server.url }]);
  return { server, staff, superior, ...seat };
};

// Written elsewhere by the same person; approved when that is called.
const reports = async ({ server, staff, superior }, isi) => {
  const laporan = newId();
  await staff.send(server, '/laporan/tulis', { id: laporan, isi });
  return () => superior.send(server, '/tinjau', { laporan, kata: 'terima' });
};
const approves = async (here, isi) => (await reports(here, isi))();

const reported = async ({ server, staff }) => staff.get(server, `/laporan/${today}`);
const button = 'form[action="/laporan/tulis"] button';
const asked = /sudah disetujui: “Papan harga”; kirim lagi/;

// One that waits on the phone, when another one of the day was approved.
const queues = async (here, approve) => {
  const { page, context } = here;
  await page.goto('/laporan/tulis');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto('/kotak-keluar'); // kept from now on
  await page.goto('/laporan/tulis');
  await page.fill('#f-isi', 'Dari ponsel');
  await context.setOffline(true);
  await page.click(button);
  await page.locator('.tersimpan').waitFor();
  await approve();
  await context.setOffline(false);
  await page.goto('/kotak-keluar');
};

fact('approved: what waited on the phone asks before it takes its place', async (t) => {
  const here = await office(t), { page } = here;
  await queues(here, await reports(here, 'Papan harga'));
  const item = page.locator('#kotak li', { hasText: 'tidak diterima server' });
  await item.waitFor();
  t.hold(asked.test(await item.innerText()), await item.innerText());
  t.hold(!(await reported(here)).includes('Dari ponsel'), 'the approved one stands');
  await item.locator('button', { hasText: 'Kirim lagi' }).click();
  await page.locator('#kosong:not([hidden])').waitFor();
  t.hold((await reported(here)).includes('Dari ponsel'), 'the other stands');
});

fact('approved: what was written before it is kept, and takes no place', async (t) => {
  const here = await office(t), { page } = here;
  await queues(here, () => approves(here, 'Papan harga'));
  await page.locator('#kosong:not([hidden])').waitFor();
  const there = await reported(here);
  t.hold(there.includes('Papan harga') && there.includes('Disetujui'), 'the approved one stands');
});

fact('approved: a form that stood open asks, and is sent when pressed again', async (t) => {
  const here = await office(t), { page } = here;
  await page.goto('/laporan/tulis');
  await page.fill('#f-isi', 'Terbuka lama');
  await approves(here, 'Papan harga');
  await page.click(button);
  const said = page.locator('.tersimpan', { hasText: asked });
  await said.waitFor();
  const { y, height } = await said.boundingBox(), bottom = await page.evaluate(() => innerHeight);
  t.hold(y > 0 && y + height < bottom, `in sight: ${y} to ${y + height} of ${bottom}`);
  t.same(await page.inputValue('#f-isi'), 'Terbuka lama', 'what was typed');
  t.hold(!(await reported(here)).includes('Terbuka lama'), 'the approved one stands');
  await page.click(button);
  await page.waitForURL(/\/laporan\/\d{4}-/);
  t.hold((await reported(here)).includes('Terbuka lama'), 'the other stands');
});

fact('approved: the form says so from the start, and is sent at once', async (t) => {
  const here = await office(t), { page } = here;
  await approves(here, 'Papan harga');
  await page.goto('/laporan/tulis');
  t.hold((await page.innerText('main')).includes('Sudah disetujui'), 'it is said');
  await page.fill('#f-isi', 'Tambahan');
  await page.click(button);
  await page.waitForURL(/\/laporan\/\d{4}-/);
  t.hold((await reported(here)).includes('Tambahan'), 'it stands');
});
