/** Preloaded into a build: makes every file take another time to read, so that files that are read together arrive in another order. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const MAX_DELAY_MS = 40;

const { readFile } = fs.promises;
fs.promises.readFile = async (file, ...rest) => {
  const [first] = createHash('sha256').update(String(file)).digest();
  await setTimeout((first / 255) * MAX_DELAY_MS);
  return readFile(file, ...rest);
};
syncBuiltinESMExports();
