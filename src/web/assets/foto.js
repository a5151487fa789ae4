// foto.js - photos are made smaller on the phone before they go: at most 1280 px
// and 150 kB, as JPEG.  What is no picture stays as it is.
const SIDE = 1280, BYTES = 150000, FILES = 3;

const press = (canvas, quality) => new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });

const draw = (image, side) => {
  const part = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * part));
  canvas.height = Math.max(1, Math.round(image.height * part));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff'; // behind what is transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
};

// Smaller and coarser until it fits; turned as the camera was held.
const shrink = async (file) => {
  if (!file.type.startsWith('image/')) return file;
  const image = await createImageBitmap(file);
  if (file.size <= BYTES && file.type === 'image/jpeg' && Math.max(image.width, image.height) <= SIDE) return file;
  let made = file;
  for (let side = SIDE; side > 200; side *= 0.75) {
    const canvas = draw(image, side);
    for (const quality of [0.85, 0.7, 0.5]) {
      made = await press(canvas, quality);
      if (made.size <= BYTES) return new File([made], 'foto.jpg', { type: made.type });
    }
  }
  return file;
};

const choose = async (input, note) => {
  const buttons = input.form.querySelectorAll('button');
  const many = input.files.length > FILES;
  const list = new DataTransfer();
  for (const b of buttons) b.disabled = true; // none goes half made
  for (const file of [...input.files].slice(0, FILES)) list.items.add(await shrink(file).catch(() => file));
  input.files = list.files;
  for (const b of buttons) b.disabled = false;
  const sizes = [...list.files].map(({ name, size }) => `${name} (${Math.ceil(size / 1000)} kB)`);
  note.textContent = [...sizes, ...(many ? [input.dataset.lebih] : [])].join(' · ');
};

for (const input of document.querySelectorAll('input[data-lebih]')) {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.className = 's mut';
  input.after(note);
  input.addEventListener('change', () => choose(input, note));
}
