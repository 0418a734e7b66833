/**
 * Turns off Astro's telemetry and its search for newer releases, for this process and those it starts. The telemetry
 * would also end a command where the home folder cannot be written.
 */
import process from 'node:process';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
