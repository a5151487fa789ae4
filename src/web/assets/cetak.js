// cetak.js - a button that prints: beside what else the page can do, or below; none
// where there is nothing to print.
const button = document.createElement('button');
button.type = 'button';
const beside = document.querySelector('main .act');
button.className = beside ? 'btn sm' : 'btn tak-cetak';
button.textContent = document.documentElement.lang === 'en' ? 'Print' : 'Cetak';
button.addEventListener('click', () => print());
(beside || document.querySelector('main section'))?.append(button);
