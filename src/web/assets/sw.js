// sw.js - the service worker: pages that were seen can be seen again without a
// signal, and what waits in the outbox is sent when there is one.
import { keys, sendAll } from '/aset/kirim.js';

const PAGES = 'halaman', FILES = 'berkas', OWNER = '/siapa', PATIENCE = 3000;
const KEPT = ['/', '/jadwal/saya', '/laporan', '/laporan/tulis', '/tugas',
  '/kotak-keluar', '/lainnya', '/luring'];

// No page of anybody stays, but that of no signal, which shows nothing of them.
const forget = async () => {
  const pages = await caches.open(PAGES);
  for (const request of await pages.keys())
    if (new URL(request.url).pathname !== '/luring') await pages.delete(request);
};

// The pages are one person's: those of somebody who was here before go.
const belong = async (pages, owner) => {
  const before = await (await pages.match(OWNER))?.text();
  if (!owner || owner === before) return;
  await forget();
  await pages.put(OWNER, new Response(owner));
};

// A page, with all files that it names; files have their digest in the name.
const remember = async (path, answer) => {
  const files = await caches.open(FILES), pages = await caches.open(PAGES);
  const text = await answer.clone().text();
  const names = text.matchAll(/"(\/(?:aset|tema)\/[^"]+)"/g);
  await belong(pages, /<body data-siapa="([^"]*)"/.exec(text)?.[1]);
  await Promise.all([...names].map(async ([, name]) => await files.match(name) ?? files.add(name)));
  await pages.put(path, answer);
};

const learn = async (path) => {
  const answer = await fetch(path);
  if (answer.ok && !answer.redirected) await remember(path, answer);
};

// The pages that stand open already: seen once is enough.
const learnOpen = async () => {
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const { pathname, search } = new URL(url);
    if (KEPT.includes(pathname) && search === '') await learn(pathname).catch(() => {});
  }
};

self.addEventListener('install', (event) => {
  event.waitUntil(learn('/luring').then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(learnOpen()));

// What is here is right for ever.
const file = async (request) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request, answer.clone());
  return answer;
};

// The network first, for three seconds; then what was seen before, which says
// itself of when it is. Who is sent to the door is signed in no more.
const DOOR = '/masuk';
const page = async (event, path) => {
  const cache = await caches.open(PAGES);
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok && path === DOOR) await forget();
    if (answer.ok && !answer.redirected && KEPT.includes(path))
      event.waitUntil(remember(path, answer.clone()).catch(() => {}));
    return answer;
  });
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const kept = await cache.match(path);
  try {
    if (!kept) return await fresh;
    return (await Promise.race([fresh, late])) ?? kept;
  } catch {
    return kept ?? (await cache.match('/luring')) ?? Response.error();
  }
};

// Who comes or goes finds no page of whoever was here before, and leaves none: on
// a slow line it would be shown. Gone before anybody answers; going may fail.
const PASSING = /^\/(keluar|profil\/sesi\/semua|masuk(\/.*)?|demo\/masuk|undangan(\/.*)?)$/;
const pass = async (event) => {
  await forget();
  const answer = await fetch(event.request);
  event.waitUntil(learn('/luring').catch(() => {}));
  return answer;
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && PASSING.test(url.pathname)) event.respondWith(pass(event));
  if (request.method !== 'GET') return;
  if (/^\/(aset|tema)\//.test(url.pathname) && /\.[0-9a-f]{10}\./.test(url.pathname)) event.respondWith(file(request));
  else if (request.mode === 'navigate' && (url.search === '' || url.pathname === DOOR)) event.respondWith(page(event, url.pathname));
});

self.addEventListener('sync', (event) => {
  if (event.tag !== 'kotak') return;
  event.waitUntil((async () => {
    const results = [];
    for (const { siapa, kunci } of await keys()) results.push(await sendAll(siapa, kunci));
    for (const client of await self.clients.matchAll()) client.postMessage('kotak');
    // So that the browser asks again later.
    if (results.some((last) => last?.jadi === 'menunggu')) throw new Error('masih menunggu');
  })());
});
