// ways.js - in how many ways a flow is gone through: width, language, with or
// without scripts, by hand or by keys.  ./check takes four in which every pair
// of widths with anything else is met; make soak takes all sixteen.
import { soaks } from './facts.js';

const all = [];
for (const width of [360, 1440])
  for (const lang of ['id', 'en'])
    for (const js of [true, false])
      for (const keys of [false, true]) all.push({ width, lang, js, keys });

const few = [
  { width: 360, lang: 'id', js: true, keys: false },
  { width: 1440, lang: 'en', js: true, keys: true },
  { width: 360, lang: 'en', js: false, keys: true },
  { width: 1440, lang: 'id', js: false, keys: false },
];

export const ways = soaks ? all : few;
export const codes = soaks
  ? ['bandarlampung', 'balikpapan', 'paser', 'kotim', 'bontang'] : ['balikpapan'];

export const wayName = ({ width, lang, js, keys }) =>
  `${width} px, ${lang}, ${js ? 'scripts' : 'no scripts'}, ${keys ? 'keys' : 'hand'}`;
