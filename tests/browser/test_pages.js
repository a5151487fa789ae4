// test_pages.js - every page of every role: nothing that bars people at 360 and
// 1440 px, nothing to scroll sideways at 320 px, no word of the console; a
// picture of each.
import { axe, overflow } from './lib/axe.js';
import { enter, roles, shot, sit, widths } from './lib/browser.js';
import { copyOf, discard } from './lib/data.js';
import { fact } from './lib/facts.js';
import { pageRoutes, walk } from './lib/routes.js';
import { serve } from './lib/server.js';

const routes = pageRoutes();
const slug = (route) => route.replace(/[{}]/g, '').replace(/^\//, '').replaceAll('/', '-') || 'hari-ini';

const look = async (t, seat, role, route) => {
  const { page } = seat;
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 });
    await shot({ ...seat, width }, `${slug(route)}-${role}`);
    t.none(await axe(page), `${role} ${page.url()} ${width}`);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  t.same(await overflow(page), '', `${role} ${page.url()} 320`);
};

fact('pages: each of each role', async (t) => {
  const data = await copyOf('balikpapan', process.env.MOMENT ?? 'siang');
  const server = t.keep(await serve(data));
  const seen = new Set();
  await Promise.all(roles.map(async (role) => {
    const seat = t.keep(await sit(server, { lang: process.env.BAHASA ?? 'id' }));
    const page = await enter(seat, role);
    const first = new URL(page.url()).pathname;
    const from = Date.now();
    const times = await walk(page, routes, [first, '/', '/lainnya', '/loket', '/edaran', '/cek', '/bantuan', '/demo', '/masuk', '/luring', '/undangan'],
      async (route, on, status) => {
        if (!t.hold(status < 400, `${role} ${on.url()}: ${status}`)) return;
        const one = Date.now();
        await look(t, seat, role, route);
        console.log(role, route, Date.now() - one);
      });
    for (const route of times.keys()) seen.add(route);
    console.log(role, times.size, Date.now() - from);
  }));
  t.none(routes.filter((route) => !seen.has(route)), 'a page that nobody reaches');
  await server.stop();
  discard(data);
});
