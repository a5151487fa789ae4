// ways.js - in how many ways a flow is gone through: width, language, with or
// without scripts, by hand or by keys.  ./check takes two for each flow that
// differ in everything, another two for the next flow; make soak takes eight, in
// which any three choices meet in all their combinations.
import { fact, soaks } from './facts.js';

const all = [];
for (const width of [360, 1440])
  for (const lang of ['id', 'en'])
    for (const js of [true, false])
      for (const keys of [false, true]) all.push({ width, lang, js, keys });

// Half of all: with an even number of choices for the second of two.
const half = all.filter(({ width, lang, js, keys }) =>
  [width === 1440, lang === 'en', !js, keys].filter(Boolean).length % 2 === 0);

const opposite = (way) => all[all.length - 1 - all.indexOf(way)];

let flows = 0;
const waysOfNext = () => {
  const way = all[[0, 1, 2, 4][flows % 4]];
  flows += 1;
  return soaks ? half : [way, opposite(way)];
};

// Flows of which it matters that nothing of them needs scripts.
export const withoutScripts = soaks ? half
  : all.filter(({ width, lang, js, keys }) => !js && (width === 1440) === keys && (lang === 'en') === keys);

export const codes = soaks
  ? ['bandarlampung', 'balikpapan', 'paser', 'kotim', 'bontang'] : ['balikpapan'];

const wayName = ({ width, lang, js, keys }) =>
  `${width} px, ${lang}, ${js ? 'scripts' : 'no scripts'}, ${keys ? 'keys' : 'hand'}`;

// A flow of all governments, or of `those`, in its ways: run(t, code, way).
export const flow = (name, run, ways = waysOfNext(), those = codes) => {
  for (const code of those)
    for (const way of ways) fact(`${name}: ${code}, ${wayName(way)}`, (t) => run(t, code, way));
};
