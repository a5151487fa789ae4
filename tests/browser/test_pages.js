// test_pages.js - every page: nothing that bars people at 360 and 1440 px, nothing
// to scroll sideways at 320 px, no word of the console; a picture of each.
//
// ./check looks at each page once, as somebody sees it who has most on it, and
// at the first pages of every role; make soak at every page of every role of
// every government, in both languages.
import { roles, sit } from './lib/browser.js';
import { governments, record } from './lib/data.js';
import { longFact, soaks } from './lib/facts.js';
import { look } from './lib/look.js';
import { pageRoutes, walk } from './lib/routes.js';
import { castOf, stage } from './lib/stage.js';
import { codes } from './lib/ways.js';

const routes = pageRoutes();
const slug = (route) => route.replace(/[{}]/g, '').replace(/^\//, '').replaceAll('/', '-') || 'hari-ini';

// What a living morning need not hold: something on every page of one's own.
const fill = async (data, code) => {
  const { roles: who, team } = await castOf(code), { day } = governments[code];
  const say = (minute, as, ...words) => record(data, code, `${day} 13.${minute}`, as, ...words);
  const me = `pegawai=${who.pegawai}`, days = [`mulai=${day}`, `sampai=${day}`];
  await say(20, who.atasan, 'tugas', me, 'isi=Menyusun daftar rumah contoh.', ...days);
  await say(21, who.kepala, 'panggilan', me, 'isi=Rapat pengendalian harga.', ...days);
  await say(22, who.atasan, 'hubungi', me, 'isi=Mohon kabar.', 'kata=telepon');
  await say(23, who.pegawai, 'izin keluar', me, 'isi=Membeli beras.', 'kata=pangan');
  await say(24, who.pegawai, 'keberatan', me, 'isi=Giliran saya tertukar.');
  for (const [i, one] of team.slice(0, 4).entries())
    await say(30 + i, one, 'laporan', `pegawai=${one}`, `isi=Menyelesaikan berkas contoh nomor ${i + 1} dan mengarsipkannya.`);
};

// Who has most on a page that several roles have.
const fullest = new Map([
  ['/tim', 'atasan'], ['/tim/{orang}', 'atasan'], ['/tinjau', 'atasan'], ['/tinjau/setujui', 'atasan'],
  ['/permintaan', 'atasan'], ['/rekap', 'kepegawaian'], ['/hadir', 'pegawai'], ['/jadwal/saya', 'pegawai'],
  ['/laporan', 'pegawai'], ['/laporan/tulis', 'pegawai'],
  ['/izin', 'pegawai'], ['/tukar', 'pegawai'], ['/keberatan', 'pegawai'], ['/pemberitahuan', 'pegawai'],
]);

const nobody = ['/demo', '/masuk', '/loket', '/edaran', '/cek', '/bantuan', '/undangan', '/luring'];
const always = new Set(soaks ? routes : ['/', '/lainnya']);

// Pages that no link of a demonstration leads to: test_sign.js and the flows go
// there.
const elsewhere = new Set(['/masuk/kode', '/masuk/pasang', '/masuk/percobaan', '/undangan/{kode}', '/awal',
  '/impor/{titipan}', '/cek/{kode}', '/tukar/{nomor}', '/tukar/periksa',
  '/bukti/{orang}/{nomor}/{berkas}', // the photo itself
  '/jadwal']); // leads on to this month

// What is linked only when it is needed: a broken day, a draft, a month to come.
const besides = async (code) => {
  const { unit } = await castOf(code), { day } = governments[code];
  const month = `/jadwal/${day.slice(0, 7)}`;
  return {
    pegawai: ['/profil/kode', '/profil/pemulihan', '/profil/tanpa-kode'],
    kepala: [`${month}/usul?unit=${unit}&tgl=${day}`, `${month}/terbitkan?unit=${unit}`, `${month}/konsep?unit=${unit}`],
    kepegawaian: [`${month}/pemda`],
  };
};

// Whoever holds a printed annex asks whether it is the one that was published.
const checkAnnex = async (t, head, stranger, annex, name) => {
  await head.page.goto(annex);
  const address = /\/cek\/[0-9A-Za-z-]+/.exec(await head.page.content())?.[0];
  if (!t.hold(address, 'an annex has its address')) return;
  await stranger.page.goto(address);
  await look(t, stranger, name);
};

for (const code of codes)
  for (const lang of soaks ? ['id', 'en'] : ['id'])
    longFact(`pages: ${code}, ${lang}`, async (t) => {
      const set = await stage(t, code, 'siang');
      await set.later(null, (data) => fill(data, code));
      const claimed = new Set(), more = await besides(code);
      const wants = (role) => (route) =>
        always.has(route) || (!claimed.has(route) && (fullest.get(route) ?? role) === role);
      const visit = (seat, role) => async (route, page) => {
        if (!wants(role)(route)) return;
        claimed.add(route);
        await look(t, { ...seat, page }, `${code}-${slug(route)}-${role}`);
      };
      const stranger = t.keep(await sit(set.server, { lang }));
      const seats = {};
      await walk(stranger.page, routes, nobody, wants('umum'), visit(stranger, 'umum'));
      await Promise.all(roles.map(async (role) => {
        const seat = seats[role] = await set.seat(role, { lang, expect: ['403'] });
        const first = new URL(seat.page.url()).pathname;
        await walk(seat.page, routes, [first, '/', '/lainnya', '/hadir', ...(more[role] ?? [])], wants(role), visit(seat, role));
      }));
      const { day } = governments[code], { unit } = await castOf(code);
      await checkAnnex(t, seats.kepala, stranger, `/jadwal/${day.slice(0, 7)}/lampiran?unit=${unit}`, `${code}-cek-kode`);
      t.none(routes.filter((route) => !claimed.has(route) && !elsewhere.has(route)), 'nobody comes to');
    });
