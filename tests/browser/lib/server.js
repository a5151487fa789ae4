// server.js - the real program, serving a data directory on a free port.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { folder, program, root } from './place.js';

const listenSay = /http:\/\/(127\.0\.0\.1:\d+)/;
const living = new Set();
let count = 0;

// None is left behind, whatever happens to a test.
process.once('exit', () => { for (const child of living) child.kill('SIGKILL'); });

// serve DATA - resolves when the door is open: {url, data, stop(), kill()}.
// `listen` keeps a port over a new start; `demo` false asks for passwords.
export const serve = (data, { listen = '127.0.0.1:0', demo = true } = {}) =>
  new Promise((done, fail) => {
    const args = ['serve', '--data', data, '--listen', listen, ...(demo ? ['--demo'] : [])];
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, LC_ALL: 'C', TATAKERJA_DATA: path.join(root, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = path.join(folder('log'), `server-${process.pid}-${count += 1}`);
    child.stderr.pipe(createWriteStream(log));
    let text = '';
    const ended = new Promise((end) => child.on('close', end)).finally(() => living.delete(child));
    const end = (signal) => async () => { child.kill(signal); return ended; };
    living.add(child);
    child.on('error', fail);
    child.on('close', (code) => fail(new Error(`the server ended with ${code}: see ${log}\n${text}`)));
    child.stdout.on('data', (part) => {
      text += part;
      const said = listenSay.exec(text);
      if (said) done({
        url: `http://${said[1]}`, address: said[1], data, log, pid: child.pid,
        said: () => text, stop: end('SIGTERM'), kill: end('SIGKILL'),
      });
    });
  });
