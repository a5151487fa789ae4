// routes.js - the pages that there are, read from the route tables, and a walk
// through those that somebody can reach.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './place.js';

// Files that are no pages: they open in another program.
const isFile = (route) => /\.(csv|xlsx)$|\/berkas$|^\/(aset|tema)\/|^\/sw\.js$|\.webmanifest$|^\/kalender\/.*ics/.test(route);

// Every GET route of src/web/, as written there: "/jadwal/{bulan}".
export const pageRoutes = () => {
  const folder = path.join(root, 'src/web'), found = new Set();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.c'))) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, route] of text.matchAll(/ROUTE(?:_[A-Z]+)?\(GET,\s*"([^"]+)"/g))
      if (!isFile(route)) found.add(route);
  }
  return [...found];
};

// A route's words before its places: /jadwal/saya is not /jadwal/{bulan}.
const weight = (route) => route.split('/').map((part) => (part.startsWith('{') ? '1' : '0')).join('');

// Which route a path is of, or null.
export const routeOf = (routes, pathname) => {
  const fits = routes.filter((route) =>
    new RegExp(`^${route.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname));
  return fits.sort((a, b) => (weight(a) < weight(b) ? -1 : 1))[0] ?? null;
};

// Follow links from `starts` to pages that `wants(route)`, each route once;
// visit(route, page) is called on each page that answers with success, and
// leaves it as it was found.  What is refused is somebody else's.
export const walk = async (page, routes, starts, wants, visit) => {
  const waiting = [...starts], known = new Set(starts), done = new Set();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const asked = routeOf(routes, next.split(/[?#]/)[0]);
    if (!asked || done.has(asked) || !wants(asked)) continue;
    const answer = await page.goto(next);
    const route = routeOf(routes, new URL(page.url()).pathname); // it may lead on
    if (!answer.ok() || !route || done.has(route) || !wants(route)) continue;
    done.add(route);
    const links = await page.$$eval('a[href]:not([download])', (all) => all.map((a) => a.getAttribute('href')));
    await visit(route, page);
    // The page of accessibility names every page there is, for whoever it is.
    for (const link of route === '/aksesibilitas' ? [] : links) {
      if (!link.startsWith('/') || known.has(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
};
