const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const MB = 1e6;

/** Returns `5,393`. */
export const formatCount = (count: number): string => number.format(count);

/** Returns a size in megabytes: `40.1 MB`. */
export const formatBytes = (bytes: number): string => `${number.format(bytes / MB)} MB`;

/** Returns a duration in seconds: `14.2 s`. */
export const formatDuration = (ms: number): string => `${number.format(ms / 1000)} s`;
