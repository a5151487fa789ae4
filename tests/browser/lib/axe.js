// axe.js - what axe-core finds on a page, and what no rule of it looks for.
import { readFileSync } from 'node:fs';
import { need } from './place.js';

const source = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const run = async (page, selectors) => (await page.evaluate(
  ([values, told]) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values }, resultTypes: ['violations'], selectors: told,
  }), [tags, selectors])).violations;

// Violations in a line each: rule, how many, the first place; where things are
// is looked for only when something is wrong.
export const axe = async (page) => {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source);
  if ((await run(page, false)).length === 0) return [];
  return (await run(page, true)).map((v) =>
    `${v.id} (${v.nodes.length}): ${v.nodes[0].target.join(' ')} ${v.nodes[0].html.slice(0, 160)}`);
};

// How many pixels the page is wider than the window (WCAG 1.4.10), and what is:
// not what scrolls within itself.
export const overflow = (page) => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return '';
  const limit = document.documentElement.clientWidth;
  const scrolls = (e) => e && e !== document.body
    && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
  const first = [...document.querySelectorAll('body *')]
    .find((e) => e.getBoundingClientRect().right > limit && !scrolls(e.parentElement));
  return `${wide} px wider: ${first ? first.outerHTML.slice(0, 160) : '?'}`;
});
