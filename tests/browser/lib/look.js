// look.js - a page looked at on a phone and on a desk: nothing that bars people,
// nothing to scroll sideways at 320 px; a picture at both widths.
import { axe, overflow } from './axe.js';
import { shot, widths } from './browser.js';

export const look = async (t, seat, name) => {
  const { page } = seat;
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 });
    await shot({ ...seat, width }, name);
    t.none(await axe(page), `${name} ${width} px ${page.url()}`);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  t.same(await overflow(page), '', `${name} 320 px ${page.url()}`);
};
