// test_evidence.js - a photo with a report: made smaller by the phone, kept in
// the outbox without a signal, seen by the superior; and without scripts.
import { browser, sit } from './lib/browser.js';
import { discard } from './lib/data.js';
import { fact } from './lib/facts.js';
import { handsOf } from './lib/slips.js';
import { serve } from './lib/server.js';
import { smallOffice } from './lib/small.js';

const office = async (t) => {
  const { data, slips } = await smallOffice();
  const server = await serve(data, { demo: false });
  t.keep({ close: async () => { await server.stop(); discard(data); } });
  return { server, slips };
};

const seatOf = async (t, server, code, slip, rest) => {
  const hands = await handsOf(server, code, slip);
  const seat = t.keep(await sit(server, rest));
  const [name, value] = hands.cookie.split('=');
  await seat.context.addCookies([{ name, value, url: server.url }]);
  return seat;
};

// A JPEG of so many dots, as noisy as a camera's, by another browser.
const photo = async (width, height) => {
  const page = await (await browser()).newPage();
  const bytes = await page.evaluate(async ([w, h]) => {
    const canvas = new OffscreenCanvas(w, h), pen = canvas.getContext('2d');
    const image = pen.createImageData(w, h);
    let seed = 1;
    for (let i = 0; i < image.data.length; i += 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      image.data[i] = i % 4 === 3 ? 255 : (seed >> 16) & 255;
    }
    pen.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  await page.close();
  return Buffer.from(bytes);
};

// How wide and high a file of ours is, and how many bytes: by whoever shows it.
const sizeOf = (page, path) => page.evaluate(async (address) => {
  const blob = await (await fetch(address)).blob();
  const { width, height } = await createImageBitmap(blob);
  return { bytes: blob.size, width, height, type: blob.type };
}, path);

const choose = async (page, buffer) => {
  await page.setInputFiles('#f-berkas', { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer });
  await page.locator('#f-berkas + p', { hasText: 'kB' }).waitFor();
};

fact('evidence: a photo of many dots goes small, and the superior sees it', async (t) => {
  const { server, slips } = await office(t);
  const { page, faults } = await seatOf(t, server, 'C', slips.C);
  const taken = await photo(2400, 1800);
  t.hold(taken.length > 1000000, 'the photo is as large as a camera makes it');
  await page.goto('/laporan/tulis');
  await choose(page, taken);
  const sent = await page.evaluate(() => document.getElementById('f-berkas').files[0].size);
  t.hold(sent <= 150000, `${sent} bytes`);
  await page.fill('#f-isi', 'Mengukur papan harga');
  await page.click('form[action="/laporan/tulis"] button');
  await page.waitForURL(/\/laporan\/\d{4}-/);
  const size = await sizeOf(page, await page.getAttribute('a[data-bukti]', 'href'));
  console.log(`evidence: ${taken.length} bytes of 2400 x 1800 went as ${size.bytes} of ${size.width} x ${size.height}`);
  t.hold(size.bytes <= 150000 && Math.max(size.width, size.height) <= 1280, JSON.stringify(size));
  t.hold(Math.abs(size.width / size.height - 4 / 3) < 0.01, 'its form is kept');
  t.none(faults, 'fault');

  const above = await seatOf(t, server, 'K1', slips.K1, { width: 1440 });
  await above.page.goto('/tinjau');
  await above.page.locator('#antrean li', { hasText: 'Mengukur papan harga' }).locator('a').click();
  await above.page.locator('aside a[data-bukti]').waitFor();
  await above.page.locator('#antrean li[aria-current] a').focus();
  const [opened] = await Promise.all([above.context.waitForEvent('page'), above.page.keyboard.press('o')]);
  await opened.waitForLoadState();
  t.hold(opened.url().includes('/bukti/C/'), opened.url());
  t.hold(await opened.locator('img').evaluate((img) => img.naturalWidth) > 0, 'it is shown');
  // The page that the browser makes around a picture wants styles of its own.
  t.none(above.faults.splice(0).filter((line) => !line.startsWith('Applying inline style')), 'fault');
});

fact('evidence: without a signal it waits on the phone with its photo', async (t) => {
  const { server, slips } = await office(t);
  const seat = await seatOf(t, server, 'C', slips.C, { expect: ['INTERNET_DISCONNECTED'] });
  const { page, context } = seat;
  await page.goto('/laporan/tulis');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto('/kotak-keluar'); // kept from now on
  await page.goto('/laporan/tulis');
  await choose(page, await photo(800, 600));
  await page.fill('#f-isi', 'Tanpa sinyal');
  await context.setOffline(true);
  await page.click('form[action="/laporan/tulis"] button');
  await page.locator('.tersimpan').waitFor();
  await page.goto('/kotak-keluar');
  t.hold(/\.jpg · \d+ kB/.test(await page.locator('#kotak').innerText()), 'the outbox names the photo');
  await context.setOffline(false);
  await page.goto('/kotak-keluar');
  await page.locator('#kosong:not([hidden])').waitFor();
  await page.goto('/laporan');
  t.hold((await page.textContent('.tl')).includes('berkas: 1'), 'it came with its photo');
});

fact('evidence: without scripts the photo goes as it is', async (t) => {
  const { server, slips } = await office(t);
  const { page } = await seatOf(t, server, 'C', slips.C, { js: false });
  await page.goto('/laporan/tulis');
  const buffer = await photo(640, 480);
  await page.setInputFiles('#f-berkas', { name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await page.fill('#f-isi', 'Tanpa skrip');
  await page.click('form[action="/laporan/tulis"] button');
  await page.waitForURL(/\/laporan\/\d{4}-/);
  t.same(await page.locator('a[data-bukti]').count(), 1, 'files');
});
