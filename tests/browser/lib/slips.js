// slips.js - forms sent without a browser, by somebody who is signed in: what a
// test needs to be there before its person comes.
import { createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';

const ask = (server, method, path, headers, body = '') => new Promise((done, fail) => {
  const out = http.request(`${server.url}${path}`, {
    method, agent: false, headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  }, async (from) => {
    let text = '';
    for await (const part of from) text += part;
    done({ status: from.statusCode, headers: from.headers, text });
  });
  out.on('error', fail);
  out.end(body);
});

// RFC 9562, version 7.
export const newId = () => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 15);
  bytes[8] = 0x80 | (bytes[8] & 63);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

// RFC 6238: six digits of a secret in Base32, now.
const totp = (secret) => {
  const bits = [...secret.replaceAll(' ', '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const mac = createHmac('sha1', key).update(step).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
};

const cookieOf = ({ headers }) =>
  (headers['set-cookie'] ?? []).find((one) => one.startsWith('tk='))?.split(';')[0];
const password = 'kopi pagi di pelabuhan';

// Whose task needs a second step sets it up: the cookie of the whole session.
const secondStep = async (server, cookie) => {
  const page = (await ask(server, 'GET', '/masuk/pasang', { cookie })).text;
  const kunci = /name="kunci" value="([^"]*)"/.exec(page)?.[1];
  const body = (more) => new URLSearchParams({ kunci, ...more }).toString();
  const shown = await ask(server, 'POST', '/masuk/pasang', { ...form, cookie }, body({ sandi: password }));
  const secret = /class="rahasia">(?:<[^>]*>)*([A-Z2-7 ]+)/.exec(shown.text)?.[1];
  if (!secret) throw new Error(`no secret: ${shown.status} ${shown.text.slice(-900)}`);
  const came = await ask(server, 'POST', '/masuk/pasang/kode', { ...form, cookie }, body({ kode: totp(secret) }));
  return cookieOf(came) ?? cookie;
};

// {code, cookie, get(server, path), send(server, path, fields)}: somebody with
// an account of their own, made by a slip; a session outlives its server.
export const handsOf = async (server, code, slip) => {
  const came = await ask(server, 'POST', `/undangan/${slip}`, form,
    new URLSearchParams({ sandi: password }).toString());
  let cookie = cookieOf(came);
  if (!cookie) throw new Error(`${code} may not come in: ${came.status} ${came.text.slice(-900)}`);
  if (came.headers.location?.startsWith('/masuk/pasang')) cookie = await secondStep(server, cookie);
  const get = async (from, path) => (await ask(from, 'GET', path, { cookie })).text;
  const send = async (to, path, fields) => {
    const kunci = /data-kunci="([^"]*)"/.exec(await get(to, '/'))[1];
    const body = new URLSearchParams({ kunci, id: newId(), ...fields }).toString();
    const { status, text } = await ask(to, 'POST', path, { ...form, cookie }, body);
    if (status !== 303) throw new Error(`${path}: ${status} ${text.slice(-900)}`);
  };
  return { code, cookie, get, send };
};
