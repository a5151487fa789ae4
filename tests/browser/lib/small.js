// small.js - a government of nine people who do not exist, alive in a second
// and today, by the machine's clock: for tests that start its server again and
// again, and whose people have accounts of their own, that outlive it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyFolder, run } from './data.js';
import { folder } from './place.js';

const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus',
  'September', 'Oktober', 'November', 'Desember'];
const day = 86400000;
const iso = (ms) => new Date(ms).toISOString().slice(0, 10);
const said = (text) => `${Number(text.slice(8))} ${months[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;

// Today there (WITA, eight hours before UTC), and four weeks from a Monday on
// that hold it.
const here = Date.now() + 8 * 3600000;
export const today = iso(here);
const monday = here - ((new Date(here).getUTCDay() + 6) % 7 + 7) * day;
const first = iso(monday), last = iso(monday + 27 * day), yesterday = iso(here - day);

const person = (code, name, unit) => `${code},,lokal-${code},${name},PNS,${unit},,,,,`;
const files = {
  'government.conf': `kode = kecil;
nama = "Pemerintah Kota Contoh";
wilayah = "Kota Contoh";
jenis = kota;
batas = "Kota Contoh";
badan_kepegawaian = bkd;
zona = WITA;
catatan = "Data fiktif untuk uji.";
`,
  'register/units.csv': `kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan
kota,Pemerintah Kota Contoh,,pemerintah,,,
dinas,Dinas Contoh,kota,dinas,ya,ya,
s1,Seksi Satu,dinas,seksi,,,
bkd,Badan Kepegawaian Contoh,kota,badan,ya,ya,
`,
  'register/people.csv': `kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,petugas_lapangan,mulai,sampai
${person('H', 'Hadi', 'dinas')}
${person('K1', 'Kartika', 's1')}
${['Ani', 'Budi', 'Cici', 'Dedi', 'Eka'].map((name) => person(name[0], name, 's1')).join('\n')}
${person('P0', 'Putri', 'bkd')}
${person('P1', 'Pandu', 'bkd')}
`,
  'register/posts.csv': `kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai
JH,Kepala Dinas Contoh,dinas,II.b,kepala dinas,ya,H,,,
J1,Kepala Seksi Satu,s1,IV.a,,ya,K1,,,
JP,Kepala Badan Kepegawaian,bkd,II.b,kepala badan,ya,P0,,,
`,
  'letters/1-se-2020.edaran': `surat edaran 1/SE/${first.slice(0, 4)}
tentang "sistem kerja pegawai"
penerbit Wali Kota Contoh
ditetapkan ${said(first)}
berlaku sejak ${said(first)} sampai dengan ${said(last)}
bagi seluruh pegawai

aturan 1 "kehadiran"
(1) Kepala perangkat daerah wajib di kantor.
(2) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh pegawai, dibulatkan ke bawah, tidak kurang dari yang wajib hadir.
(3) Selebihnya wajib di rumah, bergilir.

aturan 2 "kewajiban di rumah"
(1) Pegawai di rumah wajib melapor setiap hari kerja kepada atasan langsung, melalui aplikasi, WhatsApp atau telepon.
(2) Pegawai di rumah wajib dapat dihubungi pada jam kerja.
(3) Pegawai di rumah boleh dipanggil ke kantor.
(4) Pegawai yang dipanggil wajib hadir di kantor.
`,
};

// Its folder, with its register and its letter.
const written = () => {
  const into = mkdtempSync(path.join(folder('lived'), 'kecil-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(into, 'asal', name)), { recursive: true });
    writeFileSync(path.join(into, 'asal', name), text);
  }
  return into;
};

// The code of a slip that lets somebody in, as it is printed.
const slip = async (data, who, by) => {
  const text = await run(['account', 'invite', who, '--data', data, '--government', 'kecil', '--as', by]);
  return /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b/.exec(text)?.[0] ?? text;
};

// Made once; each who asks gets a copy.
const make = async () => {
  const into = written(), data = path.join(into, 'data');
  await run(['simulate', '--government', path.join(into, 'asal'), '--data', data,
    '--from', first, '--to', last, '--until', `${yesterday} 23.50`]);
  process.once('exit', () => rmSync(into, { recursive: true, force: true }));
  return { data, slips: { C: await slip(data, 'C', 'K1'), K1: await slip(data, 'K1', 'H') } };
};

// {data, slips}: a data directory, and slips for Cici and for Kartika, who is
// her superior.
let made;
export const smallOffice = async () => {
  made ??= make();
  const { data: from, slips } = await made;
  const data = path.join(mkdtempSync(path.join(folder('lived'), 'kecil-')), 'data');
  copyFolder(from, data);
  return { data, slips };
};
