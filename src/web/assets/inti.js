// inti.js - on every page: the summary of faults takes the focus, and a form
// is sent once however often its button is pressed.
const faults = document.querySelector('.galat');
if (faults) faults.focus();

// Where one is stays in sight in a navigation that is wider than the screen.
for (const here of document.querySelectorAll('.nav [aria-current], .filt [aria-current]')) {
  const row = here.closest('ul, .filt');
  row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = '1';
});
// Come back to, not when it is shown at first: somebody may have been quick.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.forms) delete form.dataset.sent;
});
