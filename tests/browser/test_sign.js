// test_sign.js - the doors that a demonstration leaves open: the code of the
// first administrator, a password, the second step, a slip for somebody else.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { axe, overflow } from './lib/axe.js';
import { shot, sit, widths } from './lib/browser.js';
import { copyOf, discard, governments } from './lib/data.js';
import { fact } from './lib/facts.js';
import { hands } from './lib/hands.js';
import { root } from './lib/place.js';
import { serve } from './lib/server.js';
import { smallOffice } from './lib/small.js';
import { codes, flow, withoutScripts } from './lib/ways.js';

const look = async (t, seat, name) => {
  if (!seat.js) return; // axe is a script
  t.none(await axe(seat.page), `${name} ${seat.width} px`);
  await shot(seat, name);
  t.same(await overflow(seat.page), '', `${name} ${seat.width} px`);
};

// RFC 6238 by hand: SHA-1, 30 seconds, six digits, of a base32 secret.
const codeOf = (secret, ms) => {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(ms / 30000)));
  const mac = createHmac('sha1', key).update(step).digest(), at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
};

const becomeAdmin = async (t, seat, said, person, password) => {
  const { page } = seat, hand = hands(seat, t, seat.keys);
  await page.goto(/\/awal\?pemda=\w+/.exec(said)[0]);
  await look(t, seat, 'awal');
  await hand.write(page.locator('[name=kode]'), /(?:pakai|code): (\S+)/.exec(said)[1]);
  await hand.write(page.locator('[name=orang]'), person);
  await hand.write(page.locator('[name=sandi]'), password);
  await hand.press(page.locator('form[action="/awal"] button.btn').last());
  await page.waitForURL((url) => url.pathname !== '/awal');
};

// The second step is set up before anything else is shown.
const setUpCodes = async (t, seat, password) => {
  const { page } = seat, hand = hands(seat, t, seat.keys);
  await page.goto('/masuk/pasang');
  await look(t, seat, 'masuk-pasang');
  await hand.write(page.locator('[name=sandi]'), password);
  await hand.press(page.locator('form[action="/masuk/pasang"] button.btn').last());
  await page.locator('form[action="/masuk/pasang/kode"]').waitFor();
  await look(t, seat, 'masuk-pasang-kode');
  const secret = (await page.locator('.rahasia').textContent()).replaceAll(' ', '');
  const used = codeOf(secret, Date.now());
  await hand.write(page.locator('[name=kode]'), used);
  await hand.press(page.locator('form[action="/masuk/pasang/kode"] button.btn').last());
  await page.locator('ol.pulih').waitFor();
  await look(t, seat, 'kode-pemulihan');
  return { secret, used };
};

const signInWrongly = async (t, seat) => {
  const { page } = seat;
  await page.goto('/masuk');
  await look(t, seat, 'masuk');
  await page.locator('[name=nama]').fill('tidak ada');
  await page.locator('[name=sandi]').fill('juga tidak ada');
  await page.locator('form[action="/masuk"] button.btn').last().click();
  await page.locator('.galat').waitFor();
  t.hold(await page.locator('.galat').evaluate((e) => e === document.activeElement), 'what is wrong takes the focus');
  await look(t, seat, 'masuk-salah');
};

const nipOf = (code, person) => {
  const file = path.join(root, 'examples', code, 'register/people.csv');
  return readFileSync(file, 'utf8').split('\n').map((line) => line.split(',')).find(([first]) => first === person)[1];
};

const send = async ({ page }, nama, sandi) => {
  await page.goto('/masuk');
  await page.locator('[name=nama]').fill(nama);
  await page.locator('[name=sandi]').fill(sandi);
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator('form[action="/masuk"] button.btn').last().click(),
  ]);
  await page.waitForLoadState();
};

// Once more, where the page says how many seconds to wait.
const giveCode = async (page, hand, code) => {
  let heard = 429;
  while (heard === 429) {
    await hand.write(page.locator('[name=kode]'), code);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      page.waitForEvent('load'),
      hand.press(page.locator('form[action="/masuk/kode"] button.btn').last()),
    ]);
    heard = answer.status();
  }
  return heard;
};

// Each code is good for once: that of the set-up lets nobody in any more.
const comeAgain = async (t, seat, person, password, { secret, used }) => {
  const { page } = seat, hand = hands(seat, t, seat.keys);
  await seat.context.clearCookies({ name: 'tk' });
  await send(seat, person, password);
  await page.locator('form[action="/masuk/kode"]').waitFor();
  await look(t, seat, 'masuk-kode');
  t.same(await giveCode(page, hand, used), 403, 'a code that was used');
  t.same(await page.locator('.galat').count(), 1, 'that it was refused is said');
  await giveCode(page, hand, codeOf(secret, Date.now() + 30000));
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'));
  await page.goto('/akun');
  t.same(new URL(page.url()).pathname, '/akun', 'who gave both is in');
};

// Somebody else tried in vain meanwhile: whoever comes in rightly is told of it.
const comeAfterOthers = async (t, seat, person, password) => {
  const { page } = seat, wait = /(\d+) detik/;
  await seat.context.clearCookies({ name: 'tk' });
  const words = ['salah satu', 'salah dua', 'salah tiga', password];
  while (words.length > 0) {
    await send(seat, person, words[0]);
    if (!wait.test(await page.content())) words.shift(); // it was heard
  }
  await page.waitForURL(/percobaan/);
  await look(t, seat, 'masuk-percobaan');
};

// The slip of somebody who has no mail.
const raft = 'Rakit bambu 9 muara sungai';
const useSlip = async (t, server, code, width) => {
  const seat = t.keep(await sit(server, { width, expect: ['401', '403', '422', '429'] }));
  await seat.page.goto(`/undangan/${code}`);
  await look(t, seat, 'undangan-kode');
  await seat.page.locator('[name=sandi]').fill(raft);
  await seat.page.locator('main button.btn, form button.btn').last().click();
  await seat.page.waitForURL((url) => !url.pathname.startsWith('/undangan'));
  return seat;
};

fact('sign-in: a slip, by phone and at a desk', async (t) => {
  const { data, slips } = await smallOffice();
  const server = t.keep(await serve(data, { demo: false }));
  const seat = await useSlip(t, server, slips.C, widths.hp);
  await comeAfterOthers(t, seat, 'lokal-C', raft);
  await useSlip(t, server, slips.K1, widths.meja);
  await server.stop();
  discard(data);
});

const run = async (t, code, way) => {
  const data = await copyOf(code, 'fajar'), password = 'Kuda lumping 7 lampu minyak';
  const server = t.keep(await serve(data, { demo: false }));
  const seat = t.keep(await sit(server, { ...way, expect: ['401', '403', '422', '429'] }));
  seat.keys = way.keys;
  if (seat.js) await signInWrongly(t, seat);
  await becomeAdmin(t, seat, server.said(), governments[code].admin, password);
  const second = await setUpCodes(t, seat, password);
  await seat.page.goto('/akun');
  t.hold(await seat.page.locator('h1').count() === 1, 'the administrator is in');
  await look(t, seat, 'akun');
  await comeAgain(t, seat, nipOf(code, governments[code].admin), password, second);
  await server.stop();
  discard(data);
};

for (const code of codes)
  for (const width of Object.values(widths))
    fact(`sign-in: ${code}, ${width} px`, (t) => run(t, code, { width }));

flow('sign-in with a second step', run, withoutScripts);
