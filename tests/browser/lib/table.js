// table.js - a file of comma separated values as a table.

// {head, rows}: cells in lists, by commas outside of quotes.
export const table = (text) => {
  const [head, ...rows] = text.replace(/^\ufeff/, '').trim().split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]));
  return { head, rows };
};

// The same with the names of its columns: [{kode: 'B00001', nama: ...}, ...].
export const named = (text) => {
  const { head, rows } = table(text);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
};
