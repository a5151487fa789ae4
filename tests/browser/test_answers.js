// test_answers.js - pages that no address leads to: what a form is answered with,
// sent rightly and wrongly, looked at as all pages are (test_pages.js).
import { governments } from './lib/data.js';
import { longFact, soaks } from './lib/facts.js';
import { look } from './lib/look.js';
import { castOf, stage } from './lib/stage.js';
import { codes } from './lib/ways.js';

// The form as it is filled in, sent whatever the browser thinks of it.
const send = async (page, action, fields) => {
  const form = page.locator(`form[method=post][action="${action}"]`).first();
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first();
    if (value === true) await field.check();
    else await field.fill(value);
  }
  await form.evaluate((f) => { f.noValidate = true; });
  const [answer] = await Promise.all([
    page.waitForResponse((r) => r.request().isNavigationRequest()),
    form.locator('button').last().click()]);
  await page.waitForLoadState();
  return answer.status();
};

// Whose form it is, where it stands, what is filled in, what it is answered with.
const answers = ({ unit, roles: who, team }, day) => [
  ['kepala', 'panggil-akibat', `/panggil?unit=${unit}`, '/panggil', 200,
    { isi: 'Rapat pengendalian harga.', mulai: day, sampai: day, orang: true }],
  ['kepala', 'panggil-tanpa-orang', `/panggil?unit=${unit}`, '/panggil', 422, { isi: '' }],
  ['kepala', 'tutup-akibat', `/unit/tutup?unit=${unit}`, '/unit/tutup', 200, { mulai: day, sampai: day }],
  ['atasan', 'tugas-kosong', '/tugas/baru', '/tugas/baru', 422, {}],
  ['atasan', 'cuti-terbalik', `/cuti/${team[0]}`, `/cuti/${team[0]}`, 422,
    { mulai: day, sampai: '2020-01-01' }],
  ['atasan', 'catat-salah-jam', `/catat/${who.pegawai}`, `/catat/${who.pegawai}`, 422, { jam: 'nanti' }],
  ['admin', 'slip', `/akun/${team[0]}`, `/akun/${team[0]}/slip`, 200, {}],
  ['admin', 'token-jadi', '/token', '/token', 200, { nama: 'absensi', hari: '30', kewenangan: true }],
  ['admin', 'token-tanpa-nama', '/token', '/token', 422, { nama: '' }],
];

const tables = {
  'impor-cacat': 'kode,nip,nama,jenis_pegawai,unit\nX1,12,Contoh Satu,PNS,tidak-ada\n',
  'impor-periksa': 'pegawai,jenis,mulai,sampai,dicatat\n',
};

// Tables that are looked at before they are put in, and those that cannot be.
const hand = async (t, seat, code) => {
  const { page } = seat;
  for (const [name, text] of Object.entries(tables)) {
    await page.goto('/impor');
    await page.setInputFiles('input[type=file]',
      { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('form[enctype] button').last().click();
    await page.waitForLoadState();
    await look(t, seat, `${code}-jawab-${name}`);
  }
  t.hold(/\/impor\/[0-9a-f-]{36}$/.test(page.url()), `a table is looked at first: ${page.url()}`);
};

for (const code of soaks ? codes : ['balikpapan'])
  for (const lang of soaks ? ['id', 'en'] : ['id'])
    longFact(`answers: ${code}, ${lang}`, async (t) => {
      const set = await stage(t, code, 'siang'), seats = {};
      const cast = await castOf(code);
      const seatOf = async (role) =>
        (seats[role] ??= await set.seat(role, { lang, expect: ['422', '400'] }));
      for (const [role, name, path, action, wanted, fields] of answers(cast, governments[code].day)) {
        const seat = await seatOf(role);
        await seat.page.goto(path);
        t.same(await send(seat.page, action, fields), wanted, name);
        await look(t, seat, `${code}-jawab-${name}`);
      }
      await hand(t, await seatOf('kepegawaian'), code);
    });
