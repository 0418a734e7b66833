/** Returns the value of a field that comes from a file, and not one that every object has, such as `constructor`. */
export const ownValue = <T>(fields: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
