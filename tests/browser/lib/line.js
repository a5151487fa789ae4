// line.js - a bad line between a browser and its server.  It knows what the
// server has answered, and to whom no answer came.
import http from 'node:http';
import { Socket } from 'node:net';

const plain = ({ statusCode, statusMessage, rawHeaders }, body) => {
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (/^(connection|transfer-encoding|content-length|keep-alive)$/i.test(rawHeaders[i])) continue;
    lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  }
  lines.push(`Content-Length: ${body.length}`, 'Connection: close', '', '');
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
};

const whole = async (stream) => {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

// The raw bytes of a request, to be cut anywhere.
const raw = (request, body) => Buffer.concat([Buffer.from(
  `${request.method} ${request.url} HTTP/1.1\r\n${Object.entries(request.headers)
    .filter(([name]) => name !== 'connection')
    .map(([name, value]) => `${name}: ${value}\r\n`).join('')}Connection: close\r\n\r\n`, 'latin1'), body]);

// Of a letter, which is a form with files or without.
const idOf = (text) => /name="id"\r\n\r\n([^\r]*)/.exec(text)?.[1] ?? new URLSearchParams(text).get('id');

// Only the first bytes of a request reach the server, then the line is dead.
const sendPart = (to, bytes) => new Promise((done) => {
  const socket = new Socket();
  socket.on('error', done);
  socket.on('close', done);
  socket.connect(to.port, to.hostname, () => socket.end(bytes, () => socket.destroy()));
});

// fate(request) says what becomes of the next letter of the outbox:
//   {}                        it passes
//   {before: true}            the line is cut before a byte of it
//   {request: 0.4}            after so much of the request
//   {after: true}             the server answers, no byte of it arrives
//   {answer: 0.4}             so much of the answer arrives
//   {work: async () => {}}    done while the server has the request
export class Line {
  down = false;
  answered = new Map(); // id: when the whole answer was on its way, in ms
  asked = new Map();    // id: how often the server was asked
  said = [];            // what was answered to a letter that was not taken
  bare = 0;             // forms that went past the outbox

  static async open(port, target, fate) {
    const line = new Line();
    Object.assign(line, { target: new URL(target), fate });
    line.server = http.createServer((request, answer) => {
      line.pass(request, answer).catch(() => request.socket.destroy());
    });
    await new Promise((done) => line.server.listen(port, '127.0.0.1', done));
    line.url = `http://127.0.0.1:${line.server.address().port}`;
    return line;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async pass(request, answer) {
    const body = await whole(request);
    const letter = request.method === 'POST' && request.headers['x-kotak'] !== undefined;
    const fate = letter && !this.down ? this.fate(request) : {};
    if (request.method === 'POST' && !letter) this.bare += 1;
    const id = letter ? idOf(body.toString('latin1')) : null;
    if (this.down || fate.before) return request.socket.destroy();
    if (fate.request !== undefined) {
      const bytes = raw(request, body);
      await sendPart(this.target, bytes.subarray(0, Math.floor(bytes.length * fate.request)));
      return request.socket.destroy();
    }
    if (id) this.asked.set(id, (this.asked.get(id) ?? 0) + 1);
    const [came] = await Promise.all([this.ask(request, body), fate.work?.()]);
    return this.give(came, fate, id, answer);
  }

  ask(request, body) {
    return new Promise((done, fail) => {
      const { connection, ...headers } = request.headers;
      const out = http.request({
        host: this.target.hostname, port: this.target.port, method: request.method, path: request.url,
        headers: { ...headers, 'content-length': body.length }, agent: false,
      });
      if (request.method === 'GET') out.removeHeader('content-length');
      out.on('error', fail);
      out.on('response', async (from) => {
        try { done({ from, body: await whole(from) }); } catch (error) { fail(error); }
      });
      out.end(body);
    });
  }

  give({ from, body }, fate, id, answer) {
    const bytes = plain(from, body);
    const most = fate.after ? 0 : Math.floor(bytes.length * (fate.answer ?? 1));
    if (id && from.statusCode !== 200) this.said.push(`${from.statusCode} ${body.toString().slice(0, 300)}`);
    if (id && most === bytes.length && from.statusCode === 200 && !this.answered.has(id))
      this.answered.set(id, Date.now());
    const { socket } = answer;
    if (most === 0 || !socket) return socket?.destroy();
    return socket.end(bytes.subarray(0, most));
  }
}
