/** The command `known-faults` in a clone: it knows what stands in `content/`. */
import path from 'node:path';
import { knownFaults } from './known-faults.ts';
import { loadCommandKnowledge } from './command-knowledge.ts';
import { siteAddress } from '../shared/site-address.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const site = siteAddress(process.env) ?? 'http://localhost:4321';

process.exitCode = await knownFaults(process.argv.slice(2), () => loadCommandKnowledge(root, site));
