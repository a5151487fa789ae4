// cetak.js - a button that prints, on pages that are shown only once.
const button = document.createElement('button');
button.type = 'button';
button.className = 'btn tak-cetak';
button.textContent = document.documentElement.lang === 'en' ? 'Print' : 'Cetak';
button.addEventListener('click', () => print());
document.querySelector('main section').append(button);
