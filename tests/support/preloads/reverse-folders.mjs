/** Preloaded into a build: lists the entries of every folder in reverse, since file systems promise no order. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { readdirSync, readdir } = fs;
const { readdir: readdirAsync } = fs.promises;
fs.readdirSync = (...args) => readdirSync(...args).reverse();
fs.promises.readdir = async (...args) => (await readdirAsync(...args)).reverse();
fs.readdir = (...args) => {
  const callback = args.pop();
  readdir(...args, (error, entries) => callback(error, entries?.reverse()));
};
syncBuiltinESMExports();
