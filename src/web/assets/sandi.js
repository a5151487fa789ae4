// sandi.js - beside each password a button that shows what was typed.
const words = document.documentElement.lang === 'en'
  ? ['Show', 'Hide'] : ['Lihat', 'Tutup'];

for (const input of document.querySelectorAll('input[type=password]')) {
  const button = document.createElement('button');
  const label = document.querySelector(`label[for="${input.id}"]`);
  button.type = 'button';
  button.className = 'lihat';
  button.textContent = words[0];
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-label', `${words[0]}: ${label.textContent}`);
  button.addEventListener('click', () => {
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.textContent = words[shown ? 0 : 1];
    button.setAttribute('aria-pressed', String(!shown));
  });
  input.parentNode.classList.add('bersama');
  input.after(button);
  input.form.addEventListener('submit', () => { input.type = 'password'; });
}
