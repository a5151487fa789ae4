// test_start.js - every role of the demonstration can be stepped into, and its
// first page is sound.
import { axe, overflow } from './lib/axe.js';
import { enter, roles, sit, widths } from './lib/browser.js';
import { copyOf, discard } from './lib/data.js';
import { fact } from './lib/facts.js';
import { serve } from './lib/server.js';

fact('start: each role has a first page', async (t) => {
  const data = await copyOf('balikpapan');
  const server = t.keep(await serve(data));
  for (const role of roles) {
    const seat = t.keep(await sit(server, { width: widths.hp }));
    const page = await enter(seat, role);
    t.hold(await page.locator('h1').count() === 1, `${role}: one heading`);
    t.none(await axe(page), role);
    t.same(await overflow(page), '', role);
  }
  await server.stop();
  discard(data);
});
