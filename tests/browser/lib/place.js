// place.js - where things lie: the program, what npm installed, what we write.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const build = path.resolve(root, process.env.BUILD ?? 'build');
export const program = path.resolve(root, process.env.TATAKERJA ?? path.join(build, 'tatakerja'));
export const out = path.join(build, 'browser');
// The same engine without a desktop's browser around it: half of the work.
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';

// Packages of npm lie under build/, so that the tree stays clean.
export const need = createRequire(path.join(out, 'package.json'));

export const folder = (...names) => {
  const made = path.join(out, ...names);
  mkdirSync(made, { recursive: true });
  return made;
};
