/**
 * English text of the Windows system errors that Python prints as `[WinError N]`, by number.
 *
 * @see https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes
 */
const ENGLISH_BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'Incorrect function',
  2: 'The system cannot find the file specified',
  3: 'The system cannot find the path specified',
  4: 'The system cannot open the file',
  5: 'Access is denied',
  6: 'The handle is invalid',
  8: 'Not enough memory resources are available to process this command',
  14: 'Not enough memory resources are available to complete this operation',
  17: 'The system cannot move the file to a different disk drive',
  32: 'The process cannot access the file because it is being used by another process',
  33: 'The process cannot access the file because another process has locked a portion of the file',
  87: 'The parameter is incorrect',
  109: 'The pipe has been ended',
  112: 'There is not enough space on the disk',
  123: 'The filename, directory name, or volume label syntax is incorrect',
  126: 'The specified module could not be found',
  127: 'The specified procedure could not be found',
  145: 'The directory is not empty',
  182: 'The operating system cannot run %1',
  183: 'Cannot create a file when that file already exists',
  193: '%1 is not a valid Win32 application',
  206: 'The filename or extension is too long',
  216: "This version of %1 is not compatible with the version of Windows you're running",
  225: 'Operation did not complete successfully because the file contains a virus or potentially unwanted software',
  232: 'The pipe is being closed',
  267: 'The directory name is invalid',
  740: 'The requested operation requires elevation',
  998: 'Invalid access to memory location',
  1114: 'A dynamic link library (DLL) initialization routine failed',
  1224: 'The requested operation cannot be performed on a file with a user-mapped section open',
  1314: 'A required privilege is not held by the client',
  1450: 'Insufficient system resources exist to complete the requested service',
  1455: 'The paging file is too small for this operation to complete',
  4551: 'An Application Control policy has blocked this file',
  10013: 'An attempt was made to access a socket in a way forbidden by its access permissions',
  10048:
    'Only one usage of each socket address (protocol/network address/port) is normally permitted',
  10054: 'An existing connection was forcibly closed by the remote host',
  10061: 'No connection could be made because the target machine actively refused it',
  14001: 'The application has failed to start because its side-by-side configuration is incorrect',
};

export const WINDOWS_ERROR = '[WinError ';

/** The end of a system message: its period, the file name that Python appends, or what a program wrote around it. */
const MESSAGE_END = /。|\.(?=\s|$|:|["'])|: (?=["'])|["'](?=[\],)]|$)| \(os error|$/;

/** Words of the English messages: a text that has one is English, whatever its exact wording. */
const ENGLISH_WORD = /\b(?:the|is|are|was|not|be|has|been|cannot|this|that|to|an|of|function)\b/i;

const FOREIGN_LETTER = /[^\P{L}A-Za-z]/u;

/** Returns the line with the text after each `[WinError N]` in English, or `undefined` if it is so already. */
export function windowsErrorsToEnglish(line: string): string | undefined {
  const [before = '', ...rest] = line.split(WINDOWS_ERROR);
  let result = before;
  let isChanged = false;
  for (const part of rest) {
    const translated = partToEnglish(part);
    isChanged ||= translated !== undefined;
    result += WINDOWS_ERROR + (translated ?? part);
  }
  return isChanged ? result : undefined;
}

/** @param part what follows `[WinError `: `126] Das angegebene Modul wurde nicht gefunden. Error loading ...` */
function partToEnglish(part: string): string | undefined {
  const number = /^\d{1,5}(?=\] \S)/.exec(part)?.[0];
  const english = number === undefined ? undefined : ENGLISH_BY_NUMBER[number];
  if (number === undefined || english === undefined) return undefined;
  const start = number.length + '] '.length;
  const end = start + part.slice(start).search(MESSAGE_END);
  const message = part.slice(start, end);
  if (message === '' || (!FOREIGN_LETTER.test(message) && ENGLISH_WORD.test(message)))
    return undefined;
  const tail = part
    .slice(end)
    .replace(/^。(?=$|[:"'])/, '')
    .replace(/^。\s*/, '. ');
  return `${number}] ${english}${tail}`;
}
