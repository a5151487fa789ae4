// loket.js - the list of counters narrows while somebody types: from the third
// letter on, to those whose lines hold it.  (Without it one presses the button.)
const input = document.getElementById('f-q');
const rows = [...document.querySelectorAll('.lok li')];
const none = document.getElementById('tiada');

input?.addEventListener('input', () => {
  const word = input.value.trim().toLowerCase();
  for (const row of rows)
    row.hidden = word.length > 2 && !row.textContent.toLowerCase().includes(word);
  none.hidden = rows.length === 0 || rows.some(({ hidden }) => !hidden);
});
