// lighthouse.js OUT URL - Lighthouse, as it comes (a phone on slow 4G), on four
// pages of a served demonstration: the median of RUNS=5 looks beside the limits
// that were set for each, a row of OUT for each figure, as in
// bench/results/latest.tsv.
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const place = path.resolve(process.env.BUILD ?? 'build', 'lighthouse');
const need = createRequire(path.join(place, 'package.json'));
const { default: lighthouse } = await import(need.resolve('lighthouse'));
const { launch } = await import(need.resolve('chrome-launcher'));

const [out, url] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 5);

// Who looks, at what; LCP in s, TBT in ms.
const pages = [
  { name: 'one\'s own day', as: 'pegawai', path: '/', lcp: 1.2, tbt: 50 },
  { name: 'roster of a unit', as: 'kepala', path: '/jadwal/2020-08', lcp: 1.8, tbt: 200 },
  { name: 'monitoring', as: 'kepegawaian', path: '/pantau', lcp: 1.5, tbt: 50 },
  { name: 'counters for the public', as: null, path: '/loket?pemda=balikpapan', lcp: 1.2, tbt: 50 },
];
const openings = { pegawai: 'Pegawai:', kepala: 'Kepala', kepegawaian: 'Badan kepegawaian:' };

// Step into a role of Balikpapan by the button of the front page; its cookie.
const stepIn = async (role) => {
  const page = await (await fetch(`${url}/demo`)).text();
  const forms = [...page.matchAll(/<form[^>]*\/demo\/masuk[\s\S]*?<\/form>/g)].map(([text]) => text);
  const form = forms.find((text) => text.includes('value="balikpapan"')
    && text.replaceAll(/<[^>]*>/g, ' ').trim().startsWith(openings[role]));
  const body = new URLSearchParams([...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)]
    .map(([, name, value]) => [name, value]));
  const answer = await fetch(`${url}/demo/masuk`, {
    method: 'POST', body, redirect: 'manual', headers: { Origin: url },
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (cookies.length === 0) throw new Error(`${role}: nobody was let in (${answer.status})`);
  return cookies.join('; ');
};

// A browser of its own for every look: nothing is cached from the one before.
const look = async (page, headers) => {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const { lhr } = await lighthouse(url + page.path, {
      port: chrome.port, output: 'json', logLevel: 'error', extraHeaders: headers,
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    });
    return lhr;
  } finally {
    await chrome.kill();
  }
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// A row, and the same said.
const put = (name, value, unit, limit, isLess) => {
  const good = isLess ? value <= limit : value >= limit;
  const ratio = (isLess ? limit / Math.max(value, 1e-3) : value / limit).toFixed(2);
  const row = ['lighthouse', name, Number(value.toPrecision(4)), unit, 'limit', limit, ratio, 1, good ? 'yes' : 'no'];
  console.log(`${row[8].padEnd(4)}${name}: ${row[2]} ${unit} (limit ${limit})`);
  appendFileSync(out, `${row.join('\t')}\n`);
};

// What is not perfect, by its id.
const faultsOf = (lhr) => Object.values(lhr.audits)
  .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9
    && ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode))
  .map(({ id }) => id);

for (const page of pages) {
  const headers = page.as ? { Cookie: await stepIn(page.as) } : {};
  const looks = [];
  for (let i = 0; i < runs; i += 1) looks.push(await look(page, headers));
  if (!looks.every(({ finalDisplayedUrl }) => finalDisplayedUrl === url + page.path))
    throw new Error(`${page.path} led to ${looks[0].finalDisplayedUrl}`);
  const of = (read) => median(looks.map(read));
  put(`${page.name}, performance`, of((l) => l.categories.performance.score * 100), 'of 100', 95, false);
  put(`${page.name}, accessibility`, of((l) => l.categories.accessibility.score * 100), 'of 100', 100, false);
  put(`${page.name}, best practices`, of((l) => l.categories['best-practices'].score * 100), 'of 100', 95, false);
  put(`${page.name}, LCP`, of((l) => l.audits['largest-contentful-paint'].numericValue / 1000), 's', page.lcp, true);
  put(`${page.name}, TBT`, of((l) => l.audits['total-blocking-time'].numericValue), 'ms', page.tbt, true);
  put(`${page.name}, CLS`, of((l) => l.audits['cumulative-layout-shift'].numericValue), '', 0.02, true);
  const faults = new Set(looks.flatMap(faultsOf));
  if (faults.size) console.log(`    not perfect: ${[...faults].join(' ')}`);
}
