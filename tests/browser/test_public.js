// test_public.js - the pages for everybody (UX P1 to P5), gone through as by
// somebody who wants to a counter, to know what a letter says, or holds a printed
// annex: nobody is signed in, and nothing of it needs scripts.
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sit } from './lib/browser.js';
import { governments, run, waitUntil } from './lib/data.js';
import { hands } from './lib/hands.js';
import { folder, root } from './lib/place.js';
import { serve } from './lib/server.js';
import { castOf, Stage, stage } from './lib/stage.js';
import { named } from './lib/table.js';
import { flow, withoutScripts } from './lib/ways.js';

const register = (code, name) => named(readFileSync(path.join(root, 'examples', code, 'register', name), 'utf8'));
const textsOf = (code, name) => {
  const from = path.join(root, 'examples', code, name);
  return existsSync(from) ? readdirSync(from).map((file) => readFileSync(path.join(from, file), 'utf8')) : [];
};

// In front of a public page: {page, hand, ...}.
const come = async (t, set, way) => {
  const seat = t.keep(await sit(set.server, { ...way, expect: ['404'] }));
  await seat.page.goto('/masuk');
  return { ...seat, t, hand: hands(seat, t, way.keys) };
};

// By a link that the page has.
const follow = async ({ t, page, hand, lang }, link, where) => {
  await hand.press(link);
  await page.waitForURL((url) => where.test(url.pathname + url.search));
  const { pathname } = new URL(page.url());
  t.same(await page.locator('html').getAttribute('lang'), lang, `the language of ${pathname}`);
  t.same(await page.locator('h1').count(), 1, `headings of ${pathname}`);
  t.same(await page.locator('.tautan a[href="/masuk"]').count(), 1, `who is at ${pathname} may sign in`);
};

// ---- counters --------------------------------------------------------------
const listed = ({ page }) => page.$$eval('ul.lok > li', (all) => all.map((li) => ({
  name: li.querySelector('a').textContent, state: li.querySelector('.tag').textContent, text: li.textContent,
})));

// What a good many names have, but by far not all.
const wordOf = (names) => {
  const counts = new Map();
  for (const word of names.flatMap((name) => name.toLowerCase().match(/[a-z]{3,}/g)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, n]) => 2 * n <= names.length).sort((a, b) => b[1] - a[1])[0][0];
};

const has = (word) => (text) => text.toLowerCase().includes(word);

const search = async (seat, word) => {
  const { t, page, hand } = seat;
  await hand.write(page.locator('[name=q]'), word);
  await follow(seat, page.locator('form[role=search] button'), new RegExp(`[?&]q=${word}$`));
  t.same(await page.locator('[name=q]').inputValue(), word, 'what was typed');
  return listed(seat);
};

const findCounter = async (seat, names) => {
  const { t, page } = seat, word = wordOf(names);
  const found = await search(seat, word);
  t.none(found.filter(({ text }) => !has(word)(text)).map(({ name }) => name), `found, but not by “${word}”`);
  t.none(names.filter(has(word)).filter((name) => !found.some((one) => one.name === name)), `not found by “${word}”`);
  t.same((await search(seat, 'xyzzy')).length, 0, 'nothing has that word');
  t.hold(/Coba kata lain|Try another word/.test(await page.locator('main p:visible').allTextContents()), 'what to do then is said');
  return (await search(seat, word))[0];
};

// P2: what one wants to know before one travels is that of the register.
const readCounter = async (seat, code, { name, state }) => {
  const { t, page } = seat;
  await follow(seat, page.locator('ul.lok a', { hasText: name }).first(), /^\/loket\/[^/]+\/[^/]+$/);
  const { nama, telepon, syarat } = register(code, 'counters.csv').find(({ kode }) => page.url().endsWith(`/${kode}`));
  t.same(await page.locator('h1').textContent(), nama, 'the counter');
  t.same(await page.locator('main .tag').first().textContent(), state, 'open or closed, as the list says');
  t.same(await page.locator('table.hari tbody tr').count(), 7, 'days with their hours');
  t.same(await page.locator('a[href^="tel:"]').getAttribute('href'), `tel:${telepon}`, 'whom to call');
  const bring = await page.locator('ul.daftar li').allTextContents();
  t.same(bring.join('; '), syarat, 'what to bring');
};

// P1: of all counters, by a word, and those that are open now.
const counters = async (seat, code) => {
  const { t, page } = seat;
  const names = register(code, 'counters.csv').filter(({ jenis }) => jenis === 'loket').map(({ nama }) => nama);
  await follow(seat, page.locator('a[href="/loket"]'), /^\/loket$/);
  const [open, all] = (await page.locator('.cr .s b').allTextContents()).map(Number);
  const whole = await listed(seat);
  t.same(whole.length, all, 'as many counters as are said');
  t.same(whole.map(({ name }) => name).sort().join(', '), [...names].sort().join(', '), 'all counters');
  const one = await findCounter(seat, names);
  await readCounter(seat, code, one);
  await follow(seat, page.locator('main section a[href="/loket"]'), /^\/loket$/);
  await follow(seat, page.locator('.filt a[href*="saring=buka"]'), /saring=buka/);
  const now = await listed(seat);
  t.same(now.length, open, 'as many are open as are said');
  t.none(now.map(({ state }) => state).filter((word) => !/^(Buka|Open)$/.test(word)), 'among the open ones');
};

// ---- letters ---------------------------------------------------------------
const download = async ({ t, page, hand, context }, link) => {
  const address = await link.getAttribute('href');
  t.same((await context.request.get(address)).status(), 200, `the file ${address}`);
  const [file] = await Promise.all([page.waitForEvent('download'), hand.press(link)]);
  return readFileSync(await file.path(), 'utf8');
};

// As its first line names it: by a number, or by what it is about.
const nameOf = (text) => /^(?:surat edaran|kebijakan) "?([^"\n]+)/m.exec(text)[1];

// P3, P4: a letter in short, its text in both languages, and as it was written.
const letters = async (seat, code) => {
  const { t, page, lang } = seat, texts = textsOf(code, 'letters'), other = lang === 'en' ? 'id' : 'en';
  await page.goto('/masuk');
  await follow(seat, page.locator('a[href="/edaran"]'), /^\/edaran$/);
  const list = await page.locator('ul.lok > li b').allTextContents();
  t.none(texts.map(nameOf).filter((name) => !list.some((line) => line.includes(name))), 'no letter in the list');
  const link = page.locator('ul.lok b a').first(), cited = await link.textContent();
  await follow(seat, link, /^\/edaran\/[^/]+$/);
  t.hold((await page.locator('main').textContent()).includes(cited), `it is ${cited}`);
  t.hold(await page.locator('ul.singkat li').count() > 1, 'it is said in short');
  t.same(await page.locator('.naskah').getAttribute('lang'), lang, 'the text is in the language of the page');
  await follow(seat, page.locator(`a[href$="naskah=${other}#naskah"]`), /naskah=/);
  t.same(await page.locator('.naskah').getAttribute('lang'), other, 'the text is in the other language');
  const file = await download(seat, page.locator('a[href$="/berkas"]'));
  // what was proposed may have been enacted since
  t.hold([...texts, ...textsOf(code, 'usulan')].includes(file), `the file is as it was written: ${file.slice(0, 80)}`);
};

// ---- a printed annex ---------------------------------------------------------
// The code on the paper that the head prints.
const printed = async (t, set, unit) => {
  const { page } = await set.seat('kepala', { width: 1440 });
  await page.goto(`/jadwal/${set.day.slice(0, 7)}/lampiran?unit=${unit}`);
  return /\/cek\/([0-9A-Z-]+)/.exec(await page.content())[1];
};

// The status of the answer.
const ask = async ({ page, hand }, typed) => {
  await hand.write(page.locator('[name=kode]'), typed);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => new URL(one.url()).pathname.startsWith('/cek/')),
    hand.press(page.locator('form[action="/cek"] button')),
  ]);
  await page.waitForURL(answer.url());
  return answer.status();
};

// P5: to whoever errs it is said in which way, and what to do.
const checkAnnex = async (seat, code, paper, unit) => {
  const { t, page } = seat, answer = page.locator('.jawab');
  await follow(seat, page.locator('.tautan a[href="/cek"]'), /^\/cek$/);
  const slip = `${paper[0] === 'A' ? 'B' : 'A'}${paper.slice(1)}`;
  for (const [typed, said] of [[paper.slice(0, 4), /\D4\./], [slip, /Paling sedikit satu huruf keliru|At least one letter is wrong/]]) {
    t.same(await ask(seat, typed), 404, `the code ${typed}`);
    const text = await answer.textContent();
    t.hold(/Periksa huruf dan angkanya|Check its letters and digits/.test(text) && said.test(text), `${typed}: ${text}`);
    t.same(await page.locator('[name=kode]').inputValue(), typed, 'what was typed stays');
  }
  t.same(await ask(seat, paper.toLowerCase().replaceAll('-', ' ')), 200, `the code ${paper}, in small letters`);
  t.hold(/(Asli, versi|Genuine, version) \d/.test(await answer.textContent()), `it is genuine: ${await answer.textContent()}`);
  const { nama } = register(code, 'units.csv').find(({ kode }) => kode === unit);
  t.hold((await page.locator('dl.rinci').textContent()).includes(nama), `it is that of ${nama}`);
};

flow('the public pages', async (t, code, way) => {
  const { unit } = await castOf(code);
  const set = await stage(t, code, 'siang');
  const paper = await printed(t, set, unit);
  const seat = await come(t, set, way);
  await counters(seat, code);
  await letters(seat, code);
  await checkAnnex(seat, code, paper, unit);
  t.none((await seat.context.cookies()).map(({ name }) => name).filter((name) => name !== 'bahasa'), 'a cookie');
}, withoutScripts);

// ---- letters that change one another -----------------------------------------
// A government as loaded, on a day after its last letter.
const loaded = async (t, code, at) => {
  const set = t.keep(new Stage(t, code));
  set.data = path.join(mkdtempSync(path.join(folder('lived'), `${code}-`)), code);
  await run(['load', `examples/${code}`, '--data', set.data], { code, at: `${governments[code].day} 05.30` });
  await waitUntil(set.data, code, at);
  set.server = await serve(set.data);
  return set;
};

// What one letter changed in another: [until when it was, until when it is].
const changed = async (seat, address, cited) => {
  const { t, page } = seat;
  await follow(seat, page.locator(`ul.lok a[href="${address}"]`).first(), /^\/edaran\/[^/]+$/);
  const what = page.locator('section:has(> ul.ubah)');
  t.hold((await what.locator('h2').textContent()).includes(cited), `it says that ${cited} was changed`);
  const days = await Promise.all(['del', 'ins'].map((one) => what.locator(`li >> nth=0 >> ${one}`).textContent()));
  await follow(seat, page.locator('main section a[href="/edaran"]'), /^\/edaran$/);
  return days.map((text) => text.trim());
};

// Bontang prolonged its letter three times; each time the day that is struck is
// the one that was put there before.
flow('letters that change another', async (t, code, way) => {
  const seat = await come(t, await loaded(t, code, '2020-05-20 12.00'), way), { page } = seat;
  await follow(seat, page.locator('a[href="/edaran"]'), /^\/edaran$/);
  const first = page.locator('ul.lok > li:has(p a)'), text = await first.textContent();
  const cited = await first.locator('b a').textContent();
  const by = await first.locator('p a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  t.same(by.length, textsOf(code, 'letters').length - 1, 'letters that changed it');
  let stands = null;
  for (const address of by) {
    const [was, is] = await changed(seat, address, cited);
    if (stands) t.same(was, stands, `the day that ${address} struck`);
    t.hold(was !== is, `${address} changed ${was}`);
    stands = is;
  }
  t.hold(text.includes(/\d.*/.exec(stands)?.[0]), `the list has the day of the last, ${stands}: ${text}`);
}, withoutScripts, ['bontang']);
