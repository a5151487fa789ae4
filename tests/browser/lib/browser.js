// browser.js - Debian's chromium without a screen, and people in front of it.
import { chromiumPath, folder, need } from './place.js';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const { chromium } = need('playwright-core');
export const widths = { hp: 360, meja: 1440 };

let launched;
// --no-sandbox: a test may be run by root; never outside of tests.
export const browser = () => {
  launched ??= chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  });
  return launched;
};
export const closeBrowser = async () => { if (launched) await (await launched).close(); };

// Where the server refuses or is not there, chromium's console says so by
// itself; a test of that names what it expects ('403', 'INTERNET_DISCONNECTED').
// Nor is it ours when a page is left while its worker is being fetched.
const isOurs = (text, expected) => text !== 'An unknown error occurred when fetching the script.'
  && !expected.some((word) => text.startsWith('Failed to load resource') && text.includes(word));

// A browser of its own in front of somebody: {context, page, faults, close()}.
// faults: what the console, the content policy or a failed request said.
export const sit = async (server, { width = 360, lang = 'id', js = true, expect = [], ...rest } = {}) => {
  const context = await (await browser()).newContext({
    baseURL: server.url,
    viewport: { width, height: width < 700 ? 760 : 900 },
    isMobile: width < 700,
    hasTouch: width < 700,
    javaScriptEnabled: js,
    reducedMotion: 'reduce',
    ...rest,
  });
  context.setDefaultTimeout(Number(process.env.PATIENCE ?? 60000));
  await context.addCookies([{ name: 'bahasa', value: lang, url: server.url }]);
  const faults = [];
  const note = (text) => { if (isOurs(text, expect)) faults.push(text); };
  context.on('console', (m) => { if (m.type() === 'error') note(m.text()); });
  context.on('weberror', (e) => note(e.error().message));
  context.on('request', (r) => {
    if (!r.url().startsWith(server.url)) note(`a foreign address was asked: ${r.url()}`);
  });
  const page = await context.newPage();
  return { context, page, faults, server, width, lang, js, close: () => context.close() };
};

// Step into a role of the demonstration, by its front page and its button.
export const roles = ['pegawai', 'atasan', 'kepala', 'petugas', 'kepegawaian', 'organisasi', 'admin'];
const openings = {
  pegawai: ['Pegawai:', 'Staff:'], atasan: ['Atasan:', 'Superior:'],
  kepala: ['Kepala', 'Head of agency:'], petugas: ['Petugas unit:', "Unit's clerk:"],
  kepegawaian: ['Badan kepegawaian:', 'Personnel board:'],
  organisasi: ['Bagian organisasi:', 'Organisation office:'], admin: ['Administrator:', 'Administrator:'],
};
export const enter = async (seat, role) => {
  await seat.page.goto('/demo');
  const name = openings[role][seat.lang === 'en' ? 1 : 0];
  await seat.page.locator('button', { hasText: name }).first().click();
  await seat.page.waitForURL((url) => !url.pathname.startsWith('/demo'));
  return seat.page;
};

// A picture of the whole page, kept under build/browser/shots/: a larger file,
// made in a fraction of the time.
const eyes = new WeakMap();
export const shot = async ({ context, page, width: wide, lang }, name) => {
  const file = path.join(folder('shots'), `${name}-${wide}${lang === 'en' ? '-en' : ''}.png`);
  if (!eyes.has(page)) eyes.set(page, await context.newCDPSession(page));
  const eye = eyes.get(page);
  const { cssContentSize: { width, height } } = await eye.send('Page.getLayoutMetrics');
  const { data } = await eye.send('Page.captureScreenshot', {
    format: 'png', optimizeForSpeed: true, captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  writeFileSync(file, Buffer.from(data, 'base64'));
  return file;
};
